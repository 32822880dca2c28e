package calc_test

import (
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// richting says of the packages under a path which packages of annex they may
// rest on, directly or not. Everything else is against the direction in which
// the house is built (docs/model.md).
var richting = []struct {
	onder string   // "annex/calc/": that path and all below; without the slash: that package only
	mag   []string // as onder; a package may always rest on those below the same path
}{
	{"annex/norms", nil},
	{"annex/templates", nil},
	{"annex/calc/zaak", nil},
	{"annex/calc/sheet", []string{"annex/norms"}},
	{"annex/calc/indexering", []string{"annex/calc/sheet", "annex/norms"}},
	{"annex/calc/inkomen", []string{"annex/calc/sheet", "annex/calc/zaak", "annex/norms"}},
	{"annex/calc/periode", []string{"annex/calc/sheet", "annex/calc/zaak", "annex/norms"}},
	{"annex/calc/partij", []string{"annex/calc/sheet", "annex/calc/zaak", "annex/calc/inkomen", "annex/calc/periode", "annex/norms"}},
	{"annex/calc/kind", []string{"annex/calc/sheet", "annex/calc/zaak", "annex/calc/indexering", "annex/calc/inkomen", "annex/calc/partij", "annex/calc/periode", "annex/norms"}},
	{"annex/calc/partner", []string{"annex/calc/sheet", "annex/calc/zaak", "annex/calc/indexering", "annex/calc/inkomen", "annex/calc/partij", "annex/calc/periode", "annex/norms"}},
	{"annex/calc/wetsvoorstel", []string{"annex/calc/sheet", "annex/calc/zaak", "annex/calc/inkomen", "annex/calc/partij", "annex/calc/periode", "annex/norms"}},
	{"annex/calc/vergelijk", []string{"annex/calc/sheet", "annex/norms"}},
	{"annex/calc/watals", []string{"annex/calc/sheet", "annex/norms"}},
	{"annex/calc", []string{"annex/calc/", "annex/norms"}},
	{"annex/render", []string{"annex/calc/sheet", "annex/calc/vergelijk", "annex/calc/watals", "annex/norms", "annex/templates"}},
	{"annex/render/pdf", []string{"annex/render", "annex/render/pdf/finish", "annex/render/pdf/object", "annex/calc/sheet", "annex/calc/vergelijk", "annex/calc/watals", "annex/norms", "annex/templates"}},
	// What knows PDF knows nothing of alimentatie.
	{"annex/render/pdf/object", nil},
	{"annex/render/pdf/finish", []string{"annex/render/pdf/object"}},
	{"annex/render/pdf/tagged", []string{"annex/render/pdf/object"}},
	{"annex/render/pdf/sign", []string{"annex/render/pdf/object"}},
	{"annex/render/pdf/pdfcheck", []string{"annex/render/pdf/object", "annex/render/pdf/tagged"}},
	{"annex/proof", []string{"annex/calc", "annex/calc/", "annex/norms"}},
	{"annex/render/terminal", []string{"annex/render", "annex/calc/sheet", "annex/calc/vergelijk", "annex/calc/watals", "annex/norms", "annex/templates"}},
	{"annex/render/xlsx/", []string{"annex/render", "annex/calc/sheet", "annex/calc/vergelijk", "annex/calc/watals", "annex/norms", "annex/templates"}},
}

func under(pkg, path string) bool {
	dir, deep := strings.CutSuffix(path, "/")
	return pkg == dir || deep && strings.HasPrefix(pkg, path)
}

// packages gives every package of annex with all it rests on.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	// The test cache knows what a test reads, not what go list reads.
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return filepath.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Deps " "}}`, "annex/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		all[fields[0]] = fields[1:]
	}
	return all
}

// Arrows run one way: cmd -> render, calc -> calc/sheet -> norms. Never calc ->
// render, never render/pdf <-> render/xlsx, never kind <-> partner, never proof ->
// render.
func TestDirection(t *testing.T) {
	all := packages(t)
	for _, must := range []string{"annex/norms", "annex/calc", "annex/calc/sheet", "annex/calc/kind", "annex/proof", "annex/render/pdf", "annex/render/xlsx", "annex/cmd/annex"} {
		if all[must] == nil {
			t.Errorf("package %s is gone; does the rule for it still hold?", must)
		}
	}
	for pkg, deps := range all {
		for _, dep := range deps {
			if !strings.HasPrefix(dep, "annex/") {
				continue
			}
			if under(dep, "annex/cmd/") {
				t.Errorf("%s rests on the command %s", pkg, dep)
			}
			for _, r := range richting {
				if under(pkg, r.onder) && !under(dep, r.onder) && !slices.ContainsFunc(r.mag, func(path string) bool { return under(dep, path) }) {
					t.Errorf("%s rests on %s", pkg, dep)
				}
			}
		}
	}
}

// The model needs nothing but decimals: no format, no clock, no network.
func TestModelStandsAlone(t *testing.T) {
	deps := packages(t)["annex/calc/sheet"]
	if len(deps) == 0 {
		t.Fatal("no packages")
	}
	yaml := "go.yaml.in/yaml/v4" // of norms, which reads its own files
	for _, dep := range deps {
		first, _, _ := strings.Cut(dep, "/")
		if strings.Contains(first, ".") && dep != "github.com/shopspring/decimal" && !under(dep, yaml+"/") {
			t.Errorf("calc/sheet rests on %s", dep)
		}
		if dep == "net" || strings.HasPrefix(dep, "net/http") {
			t.Errorf("calc/sheet rests on %s", dep)
		}
	}
}
