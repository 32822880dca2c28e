package zaak

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write testdata/fouten/*.txt and docs/fouten.md anew")

const (
	foutenMap   = "../../testdata/fouten"
	foutenDocs  = "../../docs/fouten.md"
	normenTotEn = 2026
)

// proefopties stand in for what the command passes: the characters of a Latin
// font, and norms up to and including 2026.
func proefopties() Opties {
	geen := func(d time.Time) error {
		if d.Year() <= normenTotEn {
			return nil
		}
		return fmt.Errorf("geen normen %q voor %s; de laatste periode loopt t/m %d-12-31", "draagkracht", d.Format(time.DateOnly), normenTotEn)
	}
	return Opties{
		Afdrukbaar:       func(r rune) bool { return r < 0x250 || strings.ContainsRune("–€≤≥−", r) },
		NormenPeriode:    geen,
		NormenBehoefte:   func(peildatum, _ time.Time) error { return geen(peildatum) },
		NormenIndexering: func(jaar int, _ time.Time) error { return geen(time.Date(jaar, 1, 1, 0, 0, 0, 0, time.UTC)) },
		NormenStudie:     geen,
		NormenToets:      func(vanaf time.Time, _ Ouder, _ Situatie) error { return geen(vanaf) },
		NormenInkomen: func(op time.Time, _ string, wie Ouder, _ *bool, _ Inkomen) error {
			if wie.Geboren != nil && wie.Geboren.Year() == op.Year()-67 {
				return fmt.Errorf("%s bereikt in %d de AOW-leeftijd", wie.Aanduiding, op.Year())
			}
			return nil
		},
	}
}

// foutbestand gives the bad file of a code: the name is the code, whatever the
// extension.
func foutbestand(t *testing.T, code Code) string {
	t.Helper()
	gevonden, err := filepath.Glob(filepath.Join(foutenMap, string(code)+".*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range gevonden {
		if filepath.Ext(f) != ".txt" {
			return f
		}
	}
	t.Fatalf("geen bestand %s/%s.*", foutenMap, code)
	return ""
}

func foutproblemen(t *testing.T, code Code) Problemen {
	t.Helper()
	pad := foutbestand(t, code)
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	z, problemen := Lees(filepath.Base(pad), data, proefopties())
	if z != nil || len(problemen) == 0 {
		t.Fatalf("%s: gelezen zonder problemen", pad)
	}
	return problemen
}

func TestElkeCodeHeeftEenFoutbestand(t *testing.T) {
	for _, c := range codes {
		t.Run(string(c.code), func(t *testing.T) {
			problemen := foutproblemen(t, c.code)
			kenmerkend := problemen[0]
			if c.code == codeTeVeelProblemen { // says that there are more, so it comes last
				kenmerkend = problemen[len(problemen)-1]
			}
			if kenmerkend.Code != c.code {
				t.Errorf("code %s, wil %s", kenmerkend.Code, c.code)
			}
			controleerGolden(t, filepath.Join(foutenMap, string(c.code)+".txt"), []byte(problemen.Tekst()))
		})
	}
}

// A file for a code that no longer exists would go unnoticed otherwise.
func TestElkFoutbestandHeeftEenCode(t *testing.T) {
	bekend := map[string]bool{}
	for _, c := range codes {
		bekend[string(c.code)] = true
	}
	bestanden, err := os.ReadDir(foutenMap)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bestanden {
		if naam := strings.TrimSuffix(b.Name(), filepath.Ext(b.Name())); !bekend[naam] {
			t.Errorf("%s: geen code %s", b.Name(), naam)
		}
	}
}

// Every constant of type Code stands in the table, in order and once.
func TestCodesZijnVolledig(t *testing.T) {
	bestand, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var constanten []string
	ast.Inspect(bestand, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if soort, ok := spec.Type.(*ast.Ident); ok && soort.Name == "Code" {
			waarde, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			constanten = append(constanten, waarde)
		}
		return true
	})
	if len(constanten) != len(codes) {
		t.Fatalf("%d constanten, %d in de tabel", len(constanten), len(codes))
	}
	for i, c := range codes {
		if string(c.code) != constanten[i] {
			t.Errorf("plaats %d: %s in de tabel, %s als constante", i, c.code, constanten[i])
		}
		if c.uitleg == "" {
			t.Errorf("%s: geen uitleg", c.code)
		}
	}
}

// docs/fouten.md is made from the table of codes and the bad files.
func TestFoutenDocumentatie(t *testing.T) {
	groepen := map[byte]string{
		'0': "Het bestand", '1': "Sleutels en opbouw", '2': "Waarden", '3': "Tekst",
		'4': "Samenhang", '5': "Wat niet kan worden berekend",
	}
	var b strings.Builder
	b.WriteString("# Foutmeldingen\n\n" +
		"Dit bestand is gemaakt uit de testbestanden in `testdata/fouten/` (`go test ./calc/zaak -update`); wijzig het niet met de hand.\n\n" +
		"Bij een probleem in het zaakbestand wordt er niets geschreven. Alle problemen staan er in één keer, in de volgorde van het bestand, elk met:\n" +
		"de plaats (bestand, regel en kolom), een vaste code, het pad, wat er mis is, de regel zelf, wat er wel kan, en waar mogelijk een suggestie.\n" +
		"Met `--json` staan dezelfde gegevens er als JSON.\n")
	groep := byte(0)
	for _, c := range codes {
		if c.code[1] != groep {
			groep = c.code[1]
			fmt.Fprintf(&b, "\n## %s\n", groepen[groep])
		}
		bestand := filepath.Base(foutbestand(t, c.code))
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\nVoorbeeld ([%s](../testdata/fouten/%s)):\n\n```text\n%s```\n",
			c.code, c.uitleg, bestand, bestand, ingekort(foutproblemen(t, c.code)).Tekst())
	}
	controleerGolden(t, foutenDocs, []byte(b.String()))
}

// ingekort leaves the first and the last of a very long list.
func ingekort(p Problemen) Problemen {
	if len(p) <= 10 {
		return p
	}
	return Problemen{p[0], p[len(p)-1]}
}

func controleerGolden(t *testing.T, pad string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(pad, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(pad)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%s ontbreekt; maak het met -update", pad)
	}
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s wijkt af\n--- nu\n%s--- verwacht\n%s", pad, got, want)
	}
}
