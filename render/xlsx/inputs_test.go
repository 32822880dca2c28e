package xlsx

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annex/templates"
)

// TestEveryInputIsChecked: whatever a case holds, there is a rule for its cell that says
// what to enter and what went wrong.
func TestEveryInputIsChecked(t *testing.T) {
	texts := templates.StandaardWerkmap().Invoer
	rules := map[string]validation{}
	for _, v := range validations(texts) {
		rules[v.kind] = v
	}
	for kind, v := range rules {
		if v.rule.Prompt == nil || v.rule.Error == nil || texts.Vragen[kind] == "" || *v.rule.Prompt != texts.Vragen[kind] || *v.rule.Error != texts.Fouten[kind] {
			t.Errorf("%s: no text says what to enter, or what went wrong", kind)
		}
	}
	paths, err := filepath.Glob("../../testdata/zaken/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, path := range paths {
		if strings.HasSuffix(path, ".verwacht.yaml") {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, in := range resultOf(t, string(data)).Inputs() {
			seen++
			if _, ok := rules[kindOf(in)]; !ok {
				t.Errorf("%s: nothing checks %s (%s)", path, in.ID, kindOf(in))
			}
		}
	}
	if seen < 1000 {
		t.Errorf("only %d inputs were seen", seen)
	}
}

// TestInputLeadsToItsLine: beside each input stands the number of the first line that
// calculates with it, as a link to the amount on that line.
func TestInputLeadsToItsLine(t *testing.T) {
	r := example(t, nil)
	f := open(t, workbook(t, r))
	names, places := Names(r), definedNames(t, f)
	// By hand, from voorbeeld_test.go: the first line that mentions each.
	for input, line := range map[string]string{
		"invoer.vader.nbi_vader_nu": "vader.nbi", "invoer.vader.last_vader": "vader.lasten", "invoer.noor.dagen_noor": "noor.zorgdagen",
	} {
		p, ok := places[names[input]]
		if !ok {
			t.Fatalf("there is no %s among %v", input, names)
		}
		linked, target, err := f.GetCellHyperLink(p.sheet, "F"+p.row)
		if err != nil || !linked || target != names[line] {
			t.Errorf("%s leads to %q, %v; want %q", input, target, err, names[line])
		}
		at := places[names[line]]
		number, err := f.GetCellValue(at.sheet, "A"+at.row)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := f.GetCellValue(p.sheet, "F"+p.row); err != nil || got != number || got == "" {
			t.Errorf("beside %s stands %q, %v; the line has number %q", input, got, err, number)
		}
	}
}
