package xlsx

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"
)

// The case file in the workbook, line by line, so that reading the workbook back gives
// the file with what was changed. Reader and user see the same; nothing is hidden. A
// line that ends otherwise than with \n, or does not end, says so in the last column.

// The columns of the sheet with the case file.
const (
	CaseLine = iota + 1
	CaseText
	CaseMark
)

// The marks behind a line of the case file, with a space between them.
const (
	MarkBOM      = "BOM"        // it begins with a byte order mark
	MarkCRLF     = "CRLF"       // it ends as Windows has it
	MarkCR       = "CR"         // it ends as old computers had it
	MarkNoEnd    = "geen einde" // it does not end: the last line
	MarkContinue = "vervolg"    // it goes on in the next row
)

// WholeCase stands on the sheet where the workbook is about all that the case asks for.
const WholeCase = "de hele zaak"

// maxPiece is how much of a line stands in one cell, in bytes: so that all of it can be
// seen, in a row as high as a program allows. A cell holds 32,767 characters.
const maxPiece = 2000

const byteOrderMark = "\ufeff"

// CaseRow is a row of the sheet with the case file.
type CaseRow struct {
	Line       int // its number, from 1; 0: it goes on with the line above
	Text, Mark string
}

// CaseRows divides the text of a case file over rows.
func CaseRows(text string) []CaseRow {
	var out []CaseRow
	text, bom := strings.CutPrefix(text, byteOrderMark)
	for nr := 1; text != "" || bom; nr++ {
		line, mark := text, MarkNoEnd
		text = ""
		if i := strings.IndexAny(line, "\r\n"); i >= 0 {
			mark, text = "", line[i+1:]
			switch {
			case strings.HasPrefix(line[i:], "\r\n"):
				mark, text = MarkCRLF, line[i+2:]
			case line[i] == '\r':
				mark = MarkCR
			}
			line = line[:i]
		}
		row := CaseRow{Line: nr}
		var marks []string
		if bom {
			marks, bom = append(marks, MarkBOM), false
		}
		for len(line) > maxPiece {
			n := maxPiece
			for !utf8.RuneStart(line[n]) {
				n--
			}
			row.Text, line = line[:n], line[n:]
			row.Mark = strings.Join(append(marks, MarkContinue), " ")
			out = append(out, row)
			row, marks = CaseRow{}, nil
		}
		if mark != "" {
			marks = append(marks, mark)
		}
		row.Text, row.Mark = line, strings.Join(marks, " ")
		out = append(out, row)
	}
	return out
}

// JoinCase puts rows together again.
func JoinCase(rows []CaseRow) string {
	var b strings.Builder
	for _, r := range rows {
		mark, bom := strings.CutPrefix(r.Mark, MarkBOM)
		if bom {
			b.WriteString(byteOrderMark)
		}
		b.WriteString(r.Text)
		switch strings.TrimSpace(mark) {
		case MarkCRLF:
			b.WriteString("\r\n")
		case MarkCR:
			b.WriteString("\r")
		case MarkNoEnd, MarkContinue:
		default:
			b.WriteString("\n")
		}
	}
	return b.String()
}

// CaseSum is the sum by which the text of a case file can be told from a changed one.
func CaseSum(text string) string {
	s := sha256.Sum256([]byte(text))
	return hex.EncodeToString(s[:])
}

// caseFileSheet writes the case file, and what must be known to make the workbook anew.
func (b *book) caseFileSheet() {
	z := b.erbij.Zaakbestand
	t := b.texts.Zaakbestand
	p := b.page(b.sheets.caseFile, layout{widths: []float64{24, 118, 12}, landscape: true, tab: colourMuted})
	p.head(t.Titel)
	for _, s := range t.Uitleg {
		p.wide(s, styleText)
	}
	p.gap(8)
	onderdeel := z.Onderdeel
	if onderdeel == "" {
		onderdeel = WholeCase
	}
	v := t.Velden
	p.field(v.Maker, fmt.Sprintf(b.texts.Maker, b.receipt.Versie))
	p.field(v.Bestand, b.receipt.Bestand)
	p.field(v.Onderdeel, onderdeel)
	sum := CaseSum(z.Tekst)
	p.field(v.Som, sum)
	if sum != b.receipt.BestandSHA {
		p.field(v.SomBestand, b.receipt.BestandSHA)
	}
	p.gap(8)
	k := t.Kolommen
	p.header(figures(k.Regel), head(k.Tekst).inset(), head(k.Teken).inset())
	for _, r := range CaseRows(z.Tekst) {
		p.write(caseHeight(r.Text), caseCells(r))
	}
	p.finish()
}

func caseCells(r CaseRow) []cell {
	st := style{mono: true, size: noteSize, wrap: true, indent: 1}
	nr := blank(st)
	if r.Line > 0 {
		nr = number64(float64(r.Line), style{size: noteSize, right: true, colour: colourMuted})
	}
	cells := []cell{nr, text(r.Text, st), text(r.Mark, style{size: noteSize, colour: colourMuted, indent: 1})}
	for len(cells) > 1 && cells[len(cells)-1].value == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// caseHeight is the height of a row with such a text: in this typeface all characters
// are as wide.
func caseHeight(s string) float64 {
	const perLine = 128 // characters
	lines := 1 + utf8.RuneCountInString(s)/perLine
	if lines > 1 {
		lines++ // a line breaks between words
	}
	return min(maxHeight, float64(lines)*noteSize*leading+1)
}
