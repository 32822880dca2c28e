package pdf

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSegments(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                  nil,
		"   ":                               nil,
		"een twee":                          {"een", "twee"},
		"een  twee ":                        {"een", "twee"},
		"betaalt € 138 per maand":           {"betaalt", "€ 138", "per", "maand"},
		"art. 1:402a BW, § 4.2":             {"art. 1:402a", "BW,", "§ 4.2"},
		"70% × (2.600,00 − 2.290,00) = 217": {"70%", "× (2.600,00", "− 2.290,00)", "= 217"},
		"Midden-Nederland C/16/123 FA RK 25-1234 -5": {"Midden-", "Nederland", "C/16/123", "FA", "RK", "25-1234", "-5"},
		"a\u00a0b c": {"a\u00a0b", "c"},
		"van €\u00a01.234,56, en −\u00a0€\u00a05/maand": {"van", "€\u00a01.234,56,", "en", "−\u00a0€\u00a05/maand"},
		"en/of januari–februari":                        {"en/", "of", "januari–", "februari"},
	} {
		var got []string
		for s := range segments(text) {
			got = append(got, text[s.start:s.end])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestBreakLines(t *testing.T) {
	for _, text := range []string{
		"", "kort", "De vader betaalt aan de moeder een bijdrage van € 138 per maand, voor het eerst op 1 maart 2025.",
		strings.Repeat("aaneen", 900), "kort " + strings.Repeat("WWWW", 40) + " kort", "a-b-c/d e", "  voorop en achteraan  ",
	} {
		for _, width := range []float64{0.5, 10, 31, measure} {
			checkLines(t, text, width)
		}
	}
}

// checkLines holds two things of breakLines: nothing is lost but white space,
// and no line is too wide, unless it is a single letter.
func checkLines(t *testing.T, text string, width float64) {
	t.Helper()
	lines := breakLines(bodyStyle, text, width)
	if got, want := squeeze(strings.Join(lines, "")), squeeze(text); got != want {
		t.Errorf("width %v: %q became %q", width, want, got)
	}
	for _, line := range lines {
		if bodyStyle.width(line) > width+1e-9 && utf8.RuneCountInString(strings.TrimSpace(line)) > 1 {
			t.Errorf("width %v: line %q is %v wide", width, line, bodyStyle.width(line))
		}
	}
}

// squeeze leaves out all white space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func FuzzBreakLines(f *testing.F) {
	f.Add("De vader betaalt € 138 per maand", 30.0)
	f.Add("\u00a0\u2003–/-", 1.0)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if width >= 0 && width < 1000 {
			checkLines(t, printableOf(text), width)
		}
	})
}

// printableOf leaves out what Write would refuse.
func printableOf(text string) string {
	return strings.Map(func(r rune) rune {
		if Printable(r) {
			return r
		}
		return -1
	}, strings.ToValidUTF8(text, ""))
}

func TestColumnsGiveWayToLongWords(t *testing.T) {
	width, need := []float64{10, 50, 40}, []float64{20, 30, 40}
	distribute(width, need)
	if !slices.Equal(width, []float64{20, 40, 40}) {
		t.Errorf("got %v", width)
	}
	width = []float64{10, 10}
	distribute(width, []float64{15, 15})
	if !slices.Equal(width, []float64{10, 10}) {
		t.Errorf("without room to spare: got %v", width)
	}
}
