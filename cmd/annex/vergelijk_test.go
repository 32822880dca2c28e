package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// One case of one period under both methods takes two pages, and each says which of
// the methods is not the law. Variants take what they need.
func TestBladzijdenVanEenVergelijking(t *testing.T) {
	const zaken, methoden = "../../testdata/zaken/", "alimentatienormen,wetsvoorstel-34154"
	for i, c := range []struct {
		args  []string
		pages int
		recht bool
	}{
		{[]string{zaken + "design-schets.yaml", "--methoden", methoden}, 2, true},
		{[]string{zaken + "inkomen-eigen-woning.yaml", "--methoden", methoden}, 2, true},
		{[]string{zaken + "inkomen-dga.yaml", "--methoden", methoden}, 2, true},
		{[]string{zaken + "rapport-5-1-tekort-600.yaml", zaken + "rapport-5-1-tekort-800.yaml"}, 2, false},
		{[]string{zaken + "wetsvoorstel-mvt-voorbeeld-3.yaml", zaken + "wetsvoorstel-mvt-voorbeeld-4.yaml"}, 3, true},
		{[]string{zaken + "minderjarig-en-achttien.yaml", "--methoden", methoden}, 3, true},
		{[]string{zaken + "vijf-kinderen.yaml", "--methoden", methoden}, 4, true},
	} {
		pdf := filepath.Join(t.TempDir(), fmt.Sprintf("%d.pdf", i))
		var out, errOut bytes.Buffer
		if code := run(append([]string{"vergelijk", "--pdf", pdf}, c.args...), nil, &out, &errOut); code != exitOK {
			t.Errorf("%v: exit %d: %s", c.args, code, errOut.String())
			continue
		}
		raw, err := exec.Command("pdftotext", "-raw", pdf, "-").Output()
		if err != nil {
			t.Fatalf("pdftotext: %v", err)
		}
		pages := strings.Split(strings.TrimSuffix(string(raw), "\f"), "\f")
		if len(pages) > c.pages {
			t.Errorf("%v: %d pages, want %d", c.args, len(pages), c.pages)
		}
		if last := pages[len(pages)-1]; strings.Count(last, "\n") < 10 {
			t.Errorf("%v: next to nothing on the last page: %s", c.args, last)
		}
		for j, p := range pages {
			if got := strings.Contains(strings.ToLower(strings.Join(strings.Fields(p), " ")), "wetsvoorstel 34 154, geen geldend recht"); got != c.recht {
				t.Errorf("%v, page %d: %v", c.args, j+1, got)
			}
		}
	}
}
