// Package proof makes a bijlage provable, and proves it. A bijlage carries the case
// file it came from and a receipt (verantwoording) of what was calculated, and prints a
// number (controlegetal) that stands for both. Verifieer calculates again from what the
// bijlage carries and says what differs. It says nothing of who made a bijlage, nor
// whether its data are true. It draws nothing, and knows no PDF.
package proof

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"annex/calc/sheet"
)

// Grondslag is all that an outcome follows from; the controlegetal is made of it.
type Grondslag struct {
	Versie  string
	Methode string
	Zaak    string   // SHA-256 of the case file in canonical form, hex
	Normen  []string // SHA-256 of each norms file in use, hex; in any order
}

// GrondslagVan gives what a result follows from.
func GrondslagVan(r *sheet.Result) Grondslag {
	receipt := r.Receipt()
	g := Grondslag{Versie: receipt.Versie, Methode: receipt.Methode, Zaak: receipt.ZaakSHA}
	for _, n := range r.NormBestanden() {
		g.Normen = append(g.Normen, n.SHA256)
	}
	return g
}

// Tekst gives the text of which the controlegetal is the hash, as docs/bewijs.md
// describes it: a line for each part, the norms in order of their hashes, each once.
func (g Grondslag) Tekst() string {
	normen := slices.Clone(g.Normen)
	slices.Sort(normen)
	var b strings.Builder
	line := func(naam, waarde string) { b.WriteString(naam + " " + waarde + "\n") }
	line("annex-controlegetal", "1")
	line("versie", g.Versie)
	line("methode", g.Methode)
	line("zaak", g.Zaak)
	for _, n := range slices.Compact(normen) {
		line("norm", n)
	}
	return b.String()
}

// Controlegetal gives the SHA-256 of Tekst, in hex.
func (g Grondslag) Controlegetal() string { return som([]byte(g.Tekst())) }

func som(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// RegelControlegetal is under what name a bijlage carries the controlegetal that it
// prints, beside the amounts that it carries by the id of their line.
const RegelControlegetal = "verantwoording.controlegetal"

// InGroepen prints a controlegetal for people: in groups of eight.
func InGroepen(controlegetal string) string {
	var groups []string
	for group := range slices.Chunk([]byte(controlegetal), 8) {
		groups = append(groups, string(group))
	}
	return strings.Join(groups, " ")
}

// zonderGroepen undoes InGroepen, however the groups were broken over lines.
func zonderGroepen(s string) string { return strings.Join(strings.Fields(s), "") }

// Code gives what the QR code of a bijlage holds.
func Code(g Grondslag) string {
	return "annex " + g.Versie + " controlegetal sha256:" + g.Controlegetal()
}
