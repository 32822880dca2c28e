package zaak

import (
	"strings"
	"testing"
	"time"
)

// A value by itself is read as in a case file, and refused in the same words.
func TestLos(t *testing.T) {
	bedrag := func(s string) (string, *Probleem) {
		d, p := LosBedrag(s)
		return d.String(), p
	}
	datum := func(s string) (string, *Probleem) {
		d, p := LosseDatum(s)
		return d.Format(time.DateOnly), p
	}
	tekst := func(s string) (string, *Probleem) {
		return LosseTekst(s, func(r rune) bool { return r < 0x2000 })
	}
	for _, c := range []struct {
		lees func(string) (string, *Probleem)
		s    string
		want string // the value, or the code, message and hint
	}{
		{bedrag, "250", "250"},
		{bedrag, "250.50", "250.5"},
		{bedrag, "0", "0"},
		{bedrag, "250,50", `Z203-geen-bedrag | "250,50" is geen bedrag. | bedoelt u 250.50?`},
		{bedrag, "1.250,50", `Z203-geen-bedrag | "1.250,50" is geen bedrag. | bedoelt u 1250.50?`},
		{bedrag, "1.250", `Z204-te-veel-decimalen | "1.250" heeft meer dan twee decimalen. | bedoelt u 1250? Een punt staat hier voor de decimalen, niet voor de duizendtallen`},
		{bedrag, "€ 250", `Z203-geen-bedrag | "€ 250" is geen bedrag. | bedoelt u 250?`},
		{bedrag, "-1", `Z205-negatief | -1 is negatief; een bedrag is nul of hoger. | `},
		{bedrag, "1000001", `Z206-bedrag-te-hoog | 1000001 is te hoog voor een bedrag. | is dit een bedrag per jaar, of in centen? Bedragen staan in euro per maand`},
		{bedrag, "25\x000", `Z301-besturingsteken | Hier staat een onzichtbaar besturingsteken: U+0000. | verwijder het teken; het komt vaak mee met kopiëren uit een ander programma`},
		{datum, "2024-05-15", "2024-05-15"},
		{datum, "15-5-2024", `Z208-geen-datum | "15-5-2024" is geen datum zoals het zaakbestand die kent. | bedoelt u 2024-05-15?`},
		{datum, "2023-02-29", `Z209-datum-bestaat-niet | "2023-02-29" bestaat niet: februari 2023 heeft 28 dagen. | `},
		{datum, "gisteren", `Z208-geen-datum | "gisteren" is geen datum. | `},
		{datum, "", `Z208-geen-datum | "" is geen datum. | `},
		{tekst, " C/16/123456 ", "C/16/123456"},
		{tekst, "", ""},
		{tekst, "zaak\nandere", `Z305-meer-dan-een-regel | De tekst bestaat uit meer dan één regel. | in toelichting en reden kunnen wel meer regels staan`},
		{tekst, "zaak 🙂", `Z303-niet-afdrukbaar | Het teken 🙂 (U+1F642) kan niet in de stukken worden afgedrukt. | verwijder of vervang het`},
		{tekst, "zaak \xff", `Z301-besturingsteken | Hier staat het vervangingsteken U+FFFD: bij een eerdere omzetting is een teken verloren gegaan. | typ het oorspronkelijke teken opnieuw`},
		{tekst, strings.Repeat("x", 501), `Z304-te-lange-tekst | De tekst is 501 tekens lang. | `},
	} {
		got, p := c.lees(c.s)
		if p != nil {
			got = string(p.Code) + " | " + p.Melding + " | " + p.Hint
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.s, got, c.want)
		}
	}
}
