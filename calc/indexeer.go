package calc

import (
	"time"

	"annex/calc/indexering"
	"annex/calc/sheet"
	"annex/norms"
)

// Indexeer calculates what a fixed amount becomes at each indexation up to and
// including tot (art. 1:402a BW). There is no case file: receipt says what
// stands at the top of the documents, all but the method. The error is
// *norms.GeenNormen, *indexering.NietsTeIndexeren, or a mistake in the rules.
func Indexeer(v indexering.Vastgesteld, tot time.Time, set *norms.Set, receipt sheet.Receipt) (*sheet.Result, error) {
	s := sheet.New()
	if err := indexering.Beschrijf(s, v, tot, set); err != nil {
		return nil, err
	}
	receipt.Methode = indexering.Methode
	return evaluate(s, receipt)
}
