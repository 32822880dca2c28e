// Package object reads and writes PDF files as what they are: numbered objects
// (ISO 32000-1, 7.3 and 7.5). It knows nothing of pages, fonts or annexes.
//
// Four use it: what completes a document, what checks one, what reads one back,
// and what signs one. A file that is read may come from anywhere: Parse gives an
// error for what is not a sound PDF, and repairs nothing.
package object

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Object is one of nil, bool, Number, String, Name, Array, Dict, Ref and *Stream.
type Object any

// Number is a number as written: 12, -0.50. Reading and writing it back loses
// nothing.
type Number string

// String is a string of bytes. Text gives what it says when it is a text string.
type String string

// Name is a name without its slash and with its escapes undone.
type Name string

// Array is a list of objects.
type Array []Object

// Dict is a dictionary. A key with a nil value is the same as no key.
type Dict map[Name]Object

// Ref points at a numbered object of the same file.
type Ref struct{ Number, Generation int }

// Stream is a dictionary with data. Raw is the data as it stands in the file:
// compressed, when the dictionary says so. Length is set when the file is
// written.
type Stream struct {
	Dict Dict
	Raw  []byte
}

// Int is a whole number.
func Int(n int) Number { return Number(strconv.Itoa(n)) }

// Real is a number to five decimals, which is what a page needs at most.
// A value that is no finite number cannot be written: Write refuses it.
func Real(f float64) Number {
	s := strconv.FormatFloat(f, 'f', 5, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return Number(s)
}

// Int gives the value of a whole number, and false for any other.
func (n Number) Int() (int, bool) {
	i, err := strconv.Atoi(string(n))
	return i, err == nil
}

// Float gives the value of the number, and false when it is none.
func (n Number) Float() (float64, bool) {
	if !n.valid() {
		return 0, false
	}
	f, err := strconv.ParseFloat(string(n), 64)
	return f, err == nil && !math.IsInf(f, 0)
}

// valid holds a number to the grammar of ISO 32000-1, 7.3.3: a sign, digits, at
// most one point; no exponent.
func (n Number) valid() bool {
	s := n
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	digits, points := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		default:
			return false
		}
	}
	return digits > 0 && points <= 1
}

// Text is a text string (ISO 32000-1, 7.9.2.2): ASCII as it is, anything else as
// UTF-16 with its mark.
func Text(s string) String {
	ascii := true
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c > '~' {
			ascii = false
			break
		}
	}
	if ascii {
		return String(s)
	}
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return String(b)
}

// Text gives what a text string says. Bytes that say nothing become U+FFFD.
func (s String) Text() string {
	switch {
	case strings.HasPrefix(string(s), "\xFE\xFF"):
		units := make([]uint16, 0, len(s)/2)
		i := 2
		for ; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		text := string(utf16.Decode(units))
		if i < len(s) {
			text += string(utf8.RuneError)
		}
		return text
	case strings.HasPrefix(string(s), "\xEF\xBB\xBF"):
		return strings.ToValidUTF8(string(s[3:]), string(utf8.RuneError))
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(pdfDoc(s[i]))
	}
	return b.String()
}

// pdfDoc is PDFDocEncoding (ISO 32000-1, annex D.3): Latin-1 but for two ranges.
func pdfDoc(c byte) rune {
	const low, high = "˘ˇˆ˙˝˛˚˜", "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"
	switch {
	case c >= 0x18 && c <= 0x1F:
		return []rune(low)[c-0x18]
	case c >= 0x80 && c <= 0x9E:
		return []rune(high)[c-0x80]
	case c == 0xA0:
		return '€'
	case c == 0x7F, c == 0x9F, c == 0xAD:
		return utf8.RuneError
	}
	return rune(c)
}

// String gives the reference as it stands in a file: "12 0 R".
func (r Ref) String() string { return fmt.Sprintf("%d %d R", r.Number, r.Generation) }
