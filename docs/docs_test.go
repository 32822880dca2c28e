// Package docs holds the documentation. The tests keep it true where a machine
// can: links resolve, every choice in the code is described, every key of the
// JSON is too, and the imports are those of CONTRIBUTING.
package docs

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc"
	"annex/calc/zaak"
	"annex/norms"
	"annex/proof"
)

const root = ".."

func TestLinks(t *testing.T) {
	var pages []string
	walk(t, root, ".md", func(path string) { pages = append(pages, path) })
	headings := map[string][]string{}
	for _, p := range pages {
		headings[p] = anchors(prose(t, p))
	}
	link := regexp.MustCompile(`\]\(([^()\s]+)\)`)
	for _, p := range pages {
		for _, m := range link.FindAllStringSubmatch(prose(t, p), -1) {
			target, anchor, _ := strings.Cut(m[1], "#")
			if strings.Contains(target, "://") {
				continue
			}
			file := p
			if target != "" {
				file = filepath.Join(filepath.Dir(p), target)
			}
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%s: %s does not exist", p, m[1])
			} else if anchor != "" && !slices.Contains(headings[file], anchor) {
				t.Errorf("%s: %s has no heading #%s", p, target, anchor)
			}
		}
	}
}

// The table of CONTRIBUTING holds what each package imports of annex.
func TestArrowsBetweenPackages(t *testing.T) {
	imports := map[string]map[string]bool{}
	for _, dir := range []string{"calc", "cmd", "norms", "proof", "render", "templates"} {
		walk(t, filepath.Join(root, dir), ".go", func(path string) {
			if strings.HasSuffix(path, "_test.go") {
				return
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range f.Imports {
				if used, ok := strings.CutPrefix(strings.Trim(i.Path.Value, `"`), "annex/"); ok {
					pkg, _ := filepath.Rel(root, filepath.Dir(path))
					if imports[pkg] == nil {
						imports[pkg] = map[string]bool{}
					}
					imports[pkg][used] = true
				}
			}
		})
	}
	text := read(t, "../CONTRIBUTING.md")
	_, table, _ := strings.Cut(text, "| pakket | gebruikt |\n| --- | --- |\n")
	table, _, _ = strings.Cut(table, "\n\n")
	got := strings.Split(table, "\n")
	var want []string
	for pkg, used := range imports {
		want = append(want, "| `"+pkg+"` | `"+strings.Join(slices.Sorted(maps.Keys(used)), "`, `")+"` |")
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("CONTRIBUTING.md has\n%s\nthe imports are\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestEveryChoiceIsDescribed(t *testing.T) {
	text := prose(t, "keuzes.md")
	var described []string
	for _, m := range regexp.MustCompile(`(?m)^### (.+)$`).FindAllStringSubmatch(text, -1) {
		described = append(described, m[1])
		if !strings.Contains(text, "| ["+m[1]+"](#"+m[1]+") |") {
			t.Errorf("keuzes.md: %s is not in the table", m[1])
		}
	}
	inCode := []*regexp.Regexp{
		regexp.MustCompile(`sheet\.Keuze\{\s*ID:\s*"([^"]+)"`),
		regexp.MustCompile(`docs/keuzes\.md,\s+(?://\s+)?([a-z0-9-]+)`),
	}
	found := 0
	walk(t, filepath.Join(root, "calc"), ".go", func(path string) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		for _, re := range inCode {
			for _, m := range re.FindAllStringSubmatch(read(t, path), -1) {
				found++
				if !slices.Contains(described, m[1]) {
					t.Errorf("%s: keuzes.md does not describe %s", path, m[1])
				}
			}
		}
	})
	if found == 0 {
		t.Error("no choices found in the code")
	}
}

// The tables of wetsvoorstel.md are those of the norms.
func TestTablesOfTheProposal(t *testing.T) {
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	w, err := set.Wetsvoorstel(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(read(t, "wetsvoorstel.md"), "\n## De tabellen\n")
	text, _, _ = strings.Cut(text, "\n## ")
	var shown []string
	for _, m := range regexp.MustCompile(`(?m)^\| ([0-9].*) \|$`).FindAllStringSubmatch(text, -1) {
		shown = append(shown, strings.NewReplacer(".", "", "%", "").Replace(m[1]))
	}
	var want []string
	for _, table := range []struct {
		norms.Table
		columns int
	}{{w.Behoefte, 5}, {w.Draagkracht, 2}, {w.KindgebondenKosten, 4}, {w.Verblijf, 2}} {
		for _, row := range table.Rows {
			var cells []string
			for _, c := range row[:table.columns] {
				cells = append(cells, c.Amount.String())
			}
			want = append(want, strings.Join(cells, " | "))
		}
	}
	if !slices.Equal(shown, want) {
		t.Errorf("wetsvoorstel.md has\n%s\nthe norms have\n%s", strings.Join(shown, "\n"), strings.Join(want, "\n"))
	}
}

func TestEveryJSONKeyIsDescribed(t *testing.T) {
	text := read(t, "json.md")
	_, problemen := zaak.Lees("fout.yaml", []byte("versie: 2"), zaak.Opties{})
	keys := map[string]bool{}
	collect(keys, example(t))
	collect(keys, decoded(t, problemen))
	for _, form := range []any{proof.Verantwoording{
		Onderdeel: "x", Lezer: "x", Sjabloon: &proof.Sjabloon{}, Bijlagen: []proof.Vastgelegd{{}}, Normen: []proof.Normbestand{{}},
		Normcijfers: []proof.Normcijfer{{Waarde: "1", Eenheid: "x", Rijen: [][]proof.Waarde{{"1"}}}}, Regels: []proof.Regel{{Waarde: "1"}},
		Betalingen: []proof.Betaling{{Bedrag: "1", TotEnMet: "x", Kind: "x", Kanttekening: "x"}},
	}, proof.Rapport{Versiestuk: "x", Controlegetal: "x", Controles: []proof.Controle{{
		Verschillen: []proof.Verschil{{Omschrijving: "x", Gedrukt: "x", Verantwoording: "x", Nu: "x"}},
	}}}} {
		collect(keys, decoded(t, form))
	}
	for k := range keys {
		if !strings.Contains(text, "`"+k+"`") {
			t.Errorf("json.md does not describe %s", k)
		}
	}
	walk(t, filepath.Join(root, "calc"), ".go", func(path string) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		for _, m := range regexp.MustCompile(`\.(?:Warn|waarschuw)\([^"\n]*"([a-z0-9-]+)"`).FindAllStringSubmatch(read(t, path), -1) {
			if !strings.Contains(text, "`"+m[1]+"`") {
				t.Errorf("%s: json.md does not name the warning %s", path, m[1])
			}
		}
	})
}

// The example in json.md is a real run, with fewer entries in its lists.
func TestJSONExample(t *testing.T) {
	block := regexp.MustCompile("(?s)```json\n(.*?)```").FindStringSubmatch(read(t, "json.md"))
	var shown any
	if err := json.Unmarshal([]byte(block[1]), &shown); err != nil {
		t.Fatal(err)
	}
	for _, p := range differences("", shown, example(t)) {
		t.Errorf("json.md: %s", p)
	}
}

// changing are the keys whose value may change without the example being wrong:
// hashes, and texts for people.
var changing = []string{
	"versie", "sha256", "zaakbestand_sha256",
	"label", "formule", "ingevuld", "bron", "groep", "omschrijving", "wat", "reden", "titel",
}

// differences tells where a value is not what a real run gives.
func differences(path string, shown, real any) []string {
	switch shown := shown.(type) {
	case map[string]any:
		real, ok := real.(map[string]any)
		if !ok {
			return []string{path}
		}
		var out []string
		for k := range real {
			if _, ok := shown[k]; !ok {
				out = append(out, path+"."+k)
			}
		}
		for k, v := range shown {
			if !slices.Contains(changing, k) {
				out = append(out, differences(path+"."+k, v, real[k])...)
			}
		}
		return out
	case []any:
		real, ok := real.([]any)
		if !ok {
			return []string{path}
		}
		for _, v := range shown {
			if !slices.ContainsFunc(real, func(r any) bool { return len(differences("", v, r)) == 0 }) {
				return []string{path}
			}
		}
		return nil
	}
	if shown != real {
		return []string{path}
	}
	return nil
}

// example is the JSON of the case that annex nieuw writes.
func example(t *testing.T) any {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	z, problemen := zaak.Lees("zaak.yaml", zaak.Voorbeeld(), calc.Normcontrole(set))
	if len(problemen) > 0 {
		t.Fatal(problemen)
	}
	r, err := calc.Compute(z, set, "proef")
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, r)
}

func decoded(t *testing.T, v any) any {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func collect(keys map[string]bool, v any) {
	switch v := v.(type) {
	case map[string]any:
		for k, child := range v {
			keys[k] = true
			collect(keys, child)
		}
	case []any:
		for _, child := range v {
			collect(keys, child)
		}
	}
}

// anchors gives the anchors of the headings of a page, as GitHub and GitLab
// make them.
func anchors(text string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`(?m)^#+ (.+)$`).FindAllStringSubmatch(text, -1) {
		words := regexp.MustCompile(`[^\p{L}\p{N}_\- ]`).ReplaceAllString(strings.ToLower(m[1]), "")
		out = append(out, strings.ReplaceAll(words, " ", "-"))
	}
	return out
}

// prose gives a page without its blocks of code.
func prose(t *testing.T, path string) string {
	return regexp.MustCompile("(?s)```.*?```").ReplaceAllString(read(t, path), "")
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func walk(t *testing.T, dir, ext string, visit func(path string)) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == ".git" {
			return fs.SkipDir
		}
		if err == nil && !d.IsDir() && filepath.Ext(path) == ext {
			visit(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
