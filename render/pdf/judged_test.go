package pdf

import (
	"fmt"
	"testing"

	"annex/render/pdf/pdfcheck"
)

// The judge of finished documents finds nothing in the documents of golden cases,
// with and without attachments.
func TestJudged(t *testing.T) {
	for name, d := range documents(t) {
		for level, files := range map[pdfcheck.Level][]Attachment{pdfcheck.PDFA2a: nil, pdfcheck.PDFA3a: attached()} {
			for i, finding := range pdfcheck.Check(written(t, d, files...), pdfcheck.Want{Level: level, Text: texts(t, d)}) {
				if i < 10 {
					t.Errorf("%s, level %d: %s", name, level, fmt.Sprint(finding))
				}
			}
		}
	}
}
