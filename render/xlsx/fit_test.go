package xlsx

import (
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	st := style{wrap: true}
	for _, tc := range []struct {
		name, text string
		width      float64
		want       []string
	}{
		{"nothing", "", 10, []string{""}},
		{"one line", "de moeder", 20, []string{"de moeder"}},
		{"words", "een twee drie vier", 10, []string{"een twee ", "drie vier"}},
		{"lines of its own", "een\n\ntwee", 20, []string{"een\n", "\n", "twee"}},
		{"a word without an end", strings.Repeat("m", 14), 10, []string{"mmmmmm", "mmmmmm", "mm"}},
		{"a hyphen", "draagkracht-vergelijking", 15, []string{"draagkracht-", "vergelijking"}},
		{"not wrapped", "een twee drie vier vijf zes", 5, nil},
	} {
		s := st
		if tc.want == nil {
			s.wrap, tc.want = false, []string{tc.text}
		}
		starts := wrap(tc.text, tc.width, s)
		var got []string
		for i := range len(starts) - 1 {
			got = append(got, tc.text[starts[i]:starts[i+1]])
		}
		if strings.Join(got, "|") != strings.Join(tc.want, "|") {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestPiecesKeepTheText(t *testing.T) {
	text := strings.Repeat("Zin met een paar woorden.\n", 100)
	parts, height := pieces(text, 40, style{wrap: true})
	if len(parts) != 4 || height > maxHeight {
		t.Errorf("%d parts, of at most %.0f points", len(parts), height)
	}
	if got := strings.Join(parts, "\n"); strings.TrimSpace(got) != strings.TrimSpace(text) {
		t.Error("something was lost")
	}
}
