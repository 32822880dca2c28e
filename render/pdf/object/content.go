package object

import (
	"bytes"
	"iter"
)

// Operation is one operator of a content stream, with what stands before it.
// An inline image is the one operation BI, with its dictionary as operand.
type Operation struct {
	Operator string
	Operands []Object
}

// Operations reads a content stream, or a CMap, which has the same grammar. It
// ends at the first error, which it gives as its last pair.
func Operations(data []byte) iter.Seq2[Operation, error] {
	return func(yield func(Operation, error) bool) {
		r := &reader{data: data, noRefs: true}
		var operands []Object
		for {
			if r.skip(); r.pos >= len(data) {
				if len(operands) > 0 {
					yield(Operation{}, r.errorf("operands without an operator"))
				}
				return
			}
			start := r.pos
			word := string(r.word())
			if word == "" || Number(word).valid() || word == "true" || word == "false" || word == "null" {
				r.pos = start
				o, err := r.object()
				if err == nil {
					operands = append(operands, o)
					continue
				}
				yield(Operation{}, err)
				return
			}
			if word == "BI" {
				d, err := r.inlineImage()
				if err != nil {
					yield(Operation{}, err)
					return
				}
				operands = append(operands, d)
			}
			if !yield(Operation{word, operands}, nil) {
				return
			}
			operands = nil
		}
	}
}

// inlineImage reads from behind BI up to and with EI (ISO 32000-1, 8.9.7). The data
// have no length: they end at the first EI that stands by itself.
func (r *reader) inlineImage() (Dict, error) {
	d := Dict{}
	for !r.keyword("ID") {
		key, err := r.object()
		if err != nil {
			return nil, err
		}
		name, ok := key.(Name)
		if !ok {
			return nil, r.errorf("an inline image whose key is no name")
		}
		if d[name], err = r.object(); err != nil {
			return nil, err
		}
	}
	for {
		i := bytes.Index(r.data[r.pos:], []byte("EI"))
		if i < 0 {
			return nil, errEnd
		}
		before, after := r.pos+i-1, r.pos+i+2
		r.pos = after
		if isSpace(r.data[before]) && (after >= len(r.data) || isSpace(r.data[after])) {
			return d, nil
		}
	}
}
