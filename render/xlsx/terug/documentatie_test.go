package terug

import (
	"os"
	"regexp"
	"slices"
	"testing"
)

var codevorm = regexp.MustCompile(`W[0-9]{3}-[a-z-]+`)

// docs/teruglezen.md tells of every code, and of no other.
func TestCodesBeschreven(t *testing.T) {
	page, err := os.ReadFile("../../../docs/teruglezen.md")
	if err != nil {
		t.Fatal(err)
	}
	code, err := os.ReadFile("vergelijk.go")
	if err != nil {
		t.Fatal(err)
	}
	find := func(data []byte) []string {
		list := codevorm.FindAllString(string(data), -1)
		slices.Sort(list)
		return slices.Compact(list)
	}
	if got, want := find(page), find(code); !slices.Equal(got, want) || len(want) < 15 {
		t.Errorf("docs have %v, code %v", got, want)
	}
}
