package pdf

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// segment is a part of a text that stays on one line: text[start:end].
type segment struct{ start, end int }

// segments splits a text where a line may be broken. White space between two
// segments disappears when the break is taken.
func segments(text string) iter.Seq[segment] {
	return func(yield func(segment) bool) {
		start, space := 0, -1 // space: where the white space began that we are in
		var before rune
		for i, r := range text {
			switch {
			case isBreakingSpace(r):
				if space < 0 {
					space = i
				}
			case space >= 0:
				if !glued(text[start:space]) && space > start {
					if !yield(segment{start, space}) {
						return
					}
					start = i
				}
				space = -1
			case i > start && breaksAfter(before, text[start:i], r):
				if !yield(segment{start, i}) {
					return
				}
				start = i
			}
			before = r
		}
		end := len(text)
		if space >= 0 {
			end = space
		}
		if start < end {
			yield(segment{start, end})
		}
	}
}

func isBreakingSpace(r rune) bool {
	switch r {
	case '\u00A0', '\u2007', '\u202F':
		return false
	}
	return unicode.Is(unicode.Zs, r)
}

// glued says whether what follows the space after this text belongs to it: an
// amount to its euro sign, a number to its "art.", an operand to its operator.
func glued(text string) bool {
	for _, sign := range []string{"€", "§", "art.", "−", "+", "×", "="} {
		if strings.HasSuffix(text, sign) {
			return true
		}
	}
	return false
}

// breaksAfter allows a break after a hyphen, dash or slash inside a word, but
// not in a number ("FA RK 25-1234", "C/16/123456", "-5").
func breaksAfter(sign rune, sofar string, next rune) bool {
	switch sign {
	case '-', '–', '/', '_':
		last, _ := utf8.DecodeLastRuneInString(sofar[:len(sofar)-utf8.RuneLen(sign)])
		return unicode.IsLetter(last) && unicode.IsLetter(next)
	}
	return false
}

// breakLines sets a text in lines of at most the given width (mm). A word that
// is wider than a line is broken wherever the line is full. A line that ends at
// white space keeps it, beyond its width: a listener would hear two words as one
// without it. An empty text has no lines.
func breakLines(style textStyle, text string, width float64) []string {
	if text == "" {
		return nil
	}
	m := style.face.metrics()
	limit := int(width*1000/(style.size*mmPerPoint) + 0.01)
	var lines []string
	start, end, used := 0, 0, 0 // the line so far is text[start:end]
	for s := range segments(text) {
		w := m.units(text[s.start:s.end])
		gap := m.units(text[end:s.start])
		if used+gap+w <= limit {
			end, used = s.end, used+gap+w
			continue
		}
		if end > start {
			lines = append(lines, text[start:s.start])
		}
		start, end, used = s.start, s.end, w
		if w <= limit {
			continue
		}
		used = 0
		for i, r := range text[s.start:s.end] {
			at, w := s.start+i, m.rune(r)
			if used+w > limit && at > start {
				lines = append(lines, text[start:at])
				start, used = at, 0
			}
			used += w
		}
	}
	if end > start {
		lines = append(lines, text[start:end])
	}
	return lines
}

// widestSegment is the width (mm) a column needs so that no word in this text
// has to be broken.
func widestSegment(style textStyle, text string) float64 {
	widest := 0.0
	for s := range segments(text) {
		widest = max(widest, style.width(text[s.start:s.end]))
	}
	return widest
}
