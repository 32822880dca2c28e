package object

import (
	"bytes"
	"errors"
	"fmt"
)

// maxDepth is how deep arrays and dictionaries may lie in each other. Real
// documents need some five.
const maxDepth = 64

// A reader reads objects from bytes, and stops at their end.
type reader struct {
	data  []byte
	pos   int
	depth int
	// noRefs is set where "1 0 R" is two numbers and a word: in content streams and CMaps.
	noRefs bool
}

var errEnd = errors.New("the data end in the middle of an object")

func (r *reader) errorf(format string, args ...any) error {
	return fmt.Errorf("at byte %d: "+format, append([]any{r.pos}, args...)...)
}

func isSpace(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func isRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }

// skip passes over white space and comments.
func (r *reader) skip() {
	for r.pos < len(r.data) {
		c := r.data[r.pos]
		if c == '%' {
			for r.pos < len(r.data) && r.data[r.pos] != '\n' && r.data[r.pos] != '\r' {
				r.pos++
			}
		} else if !isSpace(c) {
			return
		} else {
			r.pos++
		}
	}
}

// word reads the regular characters at the reader's place; empty where there are
// none.
func (r *reader) word() []byte {
	start := r.pos
	for r.pos < len(r.data) && isRegular(r.data[r.pos]) {
		r.pos++
	}
	return r.data[start:r.pos]
}

// keyword passes over the keyword and says whether it stood there.
func (r *reader) keyword(k string) bool {
	r.skip()
	start := r.pos
	if string(r.word()) == k {
		return true
	}
	r.pos = start
	return false
}

// natural reads a number of at most ten digits, without sign or point, and says
// whether it stood there.
func (r *reader) natural() (int, bool) {
	r.skip()
	start := r.pos
	w := r.word()
	n := 0
	for _, c := range w {
		if c < '0' || c > '9' {
			r.pos = start
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	if len(w) == 0 || len(w) > 10 {
		r.pos = start
		return 0, false
	}
	return n, true
}

// object reads one object.
func (r *reader) object() (Object, error) {
	r.skip()
	if r.pos >= len(r.data) {
		return nil, errEnd
	}
	switch c := r.data[r.pos]; c {
	case '/':
		return r.name()
	case '(':
		return r.literal()
	case '[':
		return r.array()
	case '<':
		if bytes.HasPrefix(r.data[r.pos:], []byte("<<")) {
			return r.dict()
		}
		return r.hex()
	default:
		return r.numberOrWord()
	}
}

func (r *reader) numberOrWord() (Object, error) {
	start := r.pos
	if n, ok := r.natural(); ok {
		after := r.pos
		if g, ok := r.natural(); ok && !r.noRefs && r.keyword("R") {
			if n == 0 || n > maxNumber || g > maxGeneration {
				return nil, r.errorf("reference %d %d R to an object that cannot be", n, g)
			}
			return Ref{n, g}, nil
		}
		r.pos = after
		return Number(r.data[start:after]), nil
	}
	w := r.word()
	switch string(w) {
	case "null":
		return nil, nil
	case "true":
		return true, nil
	case "false":
		return false, nil
	}
	if n := Number(w); n.valid() {
		return n, nil
	}
	r.pos = start
	return nil, r.errorf("no object here")
}

func (r *reader) name() (Object, error) {
	r.pos++
	w := r.word()
	if bytes.IndexByte(w, '#') < 0 {
		return Name(w), nil
	}
	var b []byte
	for i := 0; i < len(w); i++ {
		if w[i] != '#' {
			b = append(b, w[i])
			continue
		}
		if i+2 >= len(w) || hexDigit(w[i+1]) < 0 || hexDigit(w[i+2]) < 0 {
			return nil, r.errorf("a name with # and no two hexadecimal digits")
		}
		b = append(b, byte(hexDigit(w[i+1])<<4|hexDigit(w[i+2])))
		i += 2
	}
	return Name(b), nil
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (r *reader) hex() (Object, error) {
	r.pos++
	var b []byte
	high := -1
	for ; r.pos < len(r.data); r.pos++ {
		c := r.data[r.pos]
		d := hexDigit(c)
		switch {
		case c == '>':
			r.pos++
			if high >= 0 { // ISO 32000-1, 7.3.4.3: a missing last digit is 0
				b = append(b, byte(high<<4))
			}
			return String(b), nil
		case isSpace(c):
		case d < 0:
			return nil, r.errorf("%q in a hexadecimal string", c)
		case high < 0:
			high = d
		default:
			b = append(b, byte(high<<4|d))
			high = -1
		}
	}
	return nil, errEnd
}

func (r *reader) literal() (Object, error) {
	r.pos++
	var b []byte
	open := 1
	for r.pos < len(r.data) {
		c := r.data[r.pos]
		r.pos++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return String(b), nil
			}
		case '\r': // ISO 32000-1, 7.3.4.2: any end of line reads as one line feed
			if r.pos < len(r.data) && r.data[r.pos] == '\n' {
				r.pos++
			}
			c = '\n'
		case '\\':
			if r.pos >= len(r.data) {
				return nil, errEnd
			}
			c = r.data[r.pos]
			r.pos++
			switch c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\r':
				if r.pos < len(r.data) && r.data[r.pos] == '\n' {
					r.pos++
				}
				continue
			case '\n':
				continue
			case '0', '1', '2', '3', '4', '5', '6', '7':
				n := int(c - '0')
				for range 2 {
					if r.pos < len(r.data) && r.data[r.pos] >= '0' && r.data[r.pos] <= '7' {
						n = n<<3 | int(r.data[r.pos]-'0')
						r.pos++
					}
				}
				c = byte(n)
			}
		}
		b = append(b, c)
	}
	return nil, errEnd
}

func (r *reader) deeper() error {
	if r.depth++; r.depth > maxDepth {
		return r.errorf("more than %d arrays and dictionaries in each other", maxDepth)
	}
	return nil
}

func (r *reader) array() (Object, error) {
	r.pos++
	if err := r.deeper(); err != nil {
		return nil, err
	}
	a := Array{}
	for {
		r.skip()
		if r.pos < len(r.data) && r.data[r.pos] == ']' {
			r.pos++
			r.depth--
			return a, nil
		}
		o, err := r.object()
		if err != nil {
			return nil, err
		}
		a = append(a, o)
	}
}

func (r *reader) dict() (Object, error) {
	r.pos += 2
	if err := r.deeper(); err != nil {
		return nil, err
	}
	d := Dict{}
	for {
		r.skip()
		if bytes.HasPrefix(r.data[r.pos:], []byte(">>")) {
			r.pos += 2
			r.depth--
			return d, nil
		}
		if r.pos >= len(r.data) {
			return nil, errEnd
		}
		if r.data[r.pos] != '/' {
			return nil, r.errorf("a dictionary whose key is no name")
		}
		key, err := r.name()
		if err != nil {
			return nil, err
		}
		value, err := r.object()
		if err != nil {
			return nil, err
		}
		if _, twice := d[key.(Name)]; twice {
			return nil, r.errorf("a dictionary with the key %s twice", key)
		}
		if value != nil {
			d[key.(Name)] = value
		}
	}
}
