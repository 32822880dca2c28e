package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"annex/calc/zaak"
	"annex/norms"
	"annex/render/pdf/pdfcheck"
	"annex/templates"
)

// Every golden case, for every reader: the judge of finished documents finds nothing
// in the bijlage with its files, and neither does qpdf. Package render/pdf compares
// the text.
func TestElkStukVoorElkeLezerIsDeugdelijk(t *testing.T) {
	for _, c := range goldenCases(t) {
		t.Run(c.naam, func(t *testing.T) {
			t.Parallel()
			for _, lezer := range zaak.Lezers() {
				data := stukVoor(t, c, lezer)
				for _, f := range pdfcheck.Check(data, pdfcheck.Want{Level: pdfcheck.PDFA3a}) {
					t.Errorf("%s: %v", lezer, f)
				}
				path := filepath.Join(t.TempDir(), "stuk.pdf")
				if err := os.WriteFile(path, data, 0o600); err != nil {
					t.Fatal(err)
				}
				out, err := exec.Command("qpdf", "--check", path).CombinedOutput()
				if err != nil || bytes.Contains(out, []byte("WARNING")) {
					t.Errorf("%s: qpdf: %v\n%s", lezer, err, out)
				}
			}
		})
	}
}

// A thousand documents, made side by side by as many workers as will: each case has
// one outcome. And that is the one that stands in testdata: every machine that runs
// this makes the same bytes. The list is no proof that they are right; after a change
// to the documents, ANNEX_UPDATE=1 writes it anew.
func TestDuizendStukkenEnOveralDezelfdeBytes(t *testing.T) {
	const stukken, werkers = 1000, 8
	list := filepath.Join("testdata", "stukken.sha256")
	var cases []goldenCase
	for _, c := range goldenCases(t) {
		if slices.Contains([]string{"design-schets.yaml", "drie-kinderen.yaml", "lange-namen-en-letters.yaml", "partner-2026-werknemers.yaml",
			"twee-perioden-jaarwisseling.yaml", "wetsvoorstel-mvt-voorbeeld-3.yaml"}, c.naam) {
			cases = append(cases, c)
		}
	}
	type opdracht struct {
		c     goldenCase
		lezer string
	}
	var work []opdracht
	for i := range stukken {
		work = append(work, opdracht{cases[i%len(cases)], zaak.Lezers()[i/len(cases)%len(zaak.Lezers())]})
	}
	sums := make([]string, stukken)
	queue := make(chan int)
	var group sync.WaitGroup
	for range werkers {
		group.Go(func() {
			for i := range queue {
				sum := sha256.Sum256(stukVoor(t, work[i].c, work[i].lezer))
				sums[i] = hex.EncodeToString(sum[:])
			}
		})
	}
	for i := range work {
		queue <- i
	}
	close(queue)
	group.Wait()
	found := map[string]string{}
	for i, w := range work {
		line := fmt.Sprintf("%s %s", w.lezer, w.c.naam)
		if found[line] == "" {
			found[line] = sums[i]
		} else if found[line] != sums[i] {
			t.Fatalf("%s: %s and %s", line, found[line], sums[i])
		}
	}
	var lines []string
	for name, sum := range found {
		lines = append(lines, sum+"  "+name)
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[64:], b[64:]) })
	got := strings.Join(lines, "\n") + "\n"
	if os.Getenv("ANNEX_UPDATE") != "" {
		if err := os.WriteFile(list, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("made here:\n%sin %s:\n%s", got, list, want)
	}
}

// stukVoor makes the bijlage of a golden case with all that is attached to it.
func stukVoor(t testing.TB, c goldenCase, lezer string) []byte {
	set, err := norms.Load()
	if err != nil {
		t.Error(err)
		return nil
	}
	d := dossier{gelezen: gelezen{readCase(t, c.naam, c.data), c.data, set}, r: c.r, naam: stam(c.naam), voor: lezer, sjablonen: templates.Standaard()}
	files, err := d.documenten("pdf", "")
	if err != nil {
		t.Errorf("%s: %v", c.naam, err)
		return nil
	}
	return files[0].data
}
