package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/norms"
	"annex/proof"
	"annex/render/pdf"
	"annex/render/pdf/sign"
	"annex/templates"
)

// The bijlage of every golden case is proven. Of each, its own bytes stand in for a
// bijlage made again; of some it is made again, byte by byte.
func TestElkeBijlageIsBewezen(t *testing.T) {
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range goldenCases(t) {
		t.Run(c.naam, func(t *testing.T) {
			t.Parallel()
			z := readCase(t, c.naam, c.data)
			r := c.r
			files, err := dossier{gelezen: gelezen{z, c.data, set}, r: r, naam: stam(c.naam), sjablonen: templates.Standaard()}.documenten("pdf", "")
			if err != nil {
				t.Fatal(err)
			}
			stuk, err := leesStuk(files[0].data)
			if err != nil {
				t.Fatal(err)
			}
			o := proof.Opties{Versie: versie, Normen: set, Afdrukbaar: pdf.Printable, Bereken: bereken(set), Maak: maakOpnieuw(set, templates.Standaard()), Ondertekend: sign.Only}
			const een = 10 // of so many is made again
			if i%een != 0 {
				o.Maak = func(proof.Herhaling) (*proof.Stuk, error) { return stuk, nil }
			}
			rapport, err := proof.Verifieer(stuk, o)
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range rapport.Controles {
				if k.Uitslag != proof.Gelijk || len(k.Verschillen) > 0 {
					t.Errorf("%s: %s %s %+v", k.Naam, k.Uitslag, k.Tekst, k.Verschillen)
				}
			}
			if rapport.Oordeel != proof.Bewezen {
				t.Error(rapport.Oordeel)
			}
			// The figures on the first page carry the id of their line.
			gedrukt := map[string]bool{}
			for _, p := range stuk.Gedrukt {
				gedrukt[p.Regel] = true
			}
			for _, k := range r.Kerncijfers() {
				if !gedrukt[k.Regel] {
					t.Errorf("%s is gedrukt zonder de id van de regel", k.Regel)
				}
			}
			if !slices.ContainsFunc(r.Betalingen(), func(b sheet.Betaling) bool { return gedrukt[b.Regel] }) {
				t.Error("geen te betalen bedrag met de id van zijn regel")
			}
		})
	}
}

// docs/bewijs.md says how anyone recomputes the controlegetal: with sha256sum, from the
// attached case file, the receipt and the norms. This does it that way.
func TestControlegetalMetSha256sum(t *testing.T) {
	for _, naam := range []string{"sh", "sha256sum"} {
		if _, err := exec.LookPath(naam); err != nil {
			t.Fatal(err)
		}
	}
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	c := goldenCases(t)[0]
	z := readCase(t, c.naam, c.data)
	files, err := dossier{gelezen: gelezen{z, c.data, set}, r: c.r, naam: stam(c.naam), sjablonen: templates.Standaard()}.documenten("pdf", "")
	if err != nil {
		t.Fatal(err)
	}
	zaakJSON, err := bijgevoegd(files[0].data, "zaak.json")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/zaak.json", zaakJSON, 0o600); err != nil {
		t.Fatal(err)
	}
	normen, err := filepath.Abs("../../norms/data")
	if err != nil {
		t.Fatal(err)
	}
	script := "set -e\n{ echo annex-controlegetal 1; echo versie " + versie + "; echo methode " + c.r.Receipt().Methode + `
echo zaak $(sha256sum < zaak.json | cut -d' ' -f1)
{
`
	for _, n := range c.r.NormBestanden() {
		yaml := "$NORMEN/" + n.Bron
		script += "cat " + yaml + " $(ls " + strings.TrimSuffix(yaml, ".yaml") + ".csv 2>/dev/null || true) | sha256sum\n"
	}
	script += "} | cut -d' ' -f1 | LC_ALL=C sort -u | sed 's/^/norm /'\n} | sha256sum | cut -d' ' -f1"
	cmd := exec.Command("sh", "-c", script)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "NORMEN="+normen)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	stuk, err := leesStuk(files[0].data)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(stuk.Gedrukt, func(p proof.Gedrukt) bool { return p.Regel == proof.RegelControlegetal })
	if i < 0 {
		t.Fatal("er is geen controlegetal gedrukt")
	}
	if gedrukt := strings.ReplaceAll(stuk.Gedrukt[i].Tekst, " ", ""); gedrukt != strings.TrimSpace(string(out)) {
		t.Errorf("gedrukt %s, met sha256sum %s", gedrukt, out)
	}
}
