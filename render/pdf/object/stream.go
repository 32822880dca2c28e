package object

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"sync"
)

// MaxDecoded is how many bytes a stream may hold once decompressed. A few
// kilobytes can be made to hold gigabytes; a bijlage with all that is attached to
// it stays far below this.
const MaxDecoded = 64 << 20

// NewStream makes a stream of the data, compressed, with the entries of d.
// It leaves d as it is.
func NewStream(d Dict, data []byte) *Stream {
	dict := make(Dict, len(d)+1)
	for k, v := range d {
		dict[k] = v
	}
	dict["Filter"] = Name("FlateDecode")
	return &Stream{Dict: dict, Raw: deflate(data)}
}

// A new compressor costs more than compressing a page with it.
var compressors = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, zlib.BestCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

func deflate(data []byte) []byte {
	w := compressors.Get().(*zlib.Writer)
	defer compressors.Put(w)
	var b bytes.Buffer
	w.Reset(&b)
	// A buffer takes everything.
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// Decoded gives the data of the stream, decompressed where it is compressed. It
// knows FlateDecode, with the PNG predictors, and nothing else.
func (s *Stream) Decoded() ([]byte, error) { return s.DecodedWithin(MaxDecoded) }

// DecodedWithin is Decoded with another limit, for who reads many streams and
// wants to bound the whole.
func (s *Stream) DecodedWithin(limit int) ([]byte, error) {
	filter, parms, err := s.filter()
	if err != nil {
		return nil, err
	}
	switch filter {
	case "":
		if len(s.Raw) > limit {
			return nil, errTooLarge
		}
		return s.Raw, nil
	case "FlateDecode":
	default:
		return nil, fmt.Errorf("a stream with filter %s, which is not known here", filter)
	}
	z, err := zlib.NewReader(bytes.NewReader(s.Raw))
	if err != nil {
		return nil, fmt.Errorf("compressed data: %w", err)
	}
	defer z.Close()
	data, err := io.ReadAll(io.LimitReader(z, int64(limit)+1))
	if err != nil {
		return nil, fmt.Errorf("compressed data: %w", err)
	}
	if len(data) > limit {
		return nil, errTooLarge
	}
	return unpredict(data, parms)
}

var errTooLarge = errors.New("a stream that holds more than is read here")

// filter gives the one filter of the stream, and its parameters.
func (s *Stream) filter() (Name, Dict, error) {
	filter, parms := s.Dict["Filter"], s.Dict["DecodeParms"]
	if list, ok := filter.(Array); ok {
		if len(list) > 1 {
			return "", nil, fmt.Errorf("a stream with %d filters", len(list))
		}
		filter = nil
		if len(list) == 1 {
			filter = list[0]
		}
	}
	if list, ok := parms.(Array); ok {
		parms = nil
		if len(list) > 0 {
			parms = list[0]
		}
	}
	name, isName := filter.(Name)
	dict, isDict := parms.(Dict)
	if filter != nil && !isName || parms != nil && !isDict {
		return "", nil, fmt.Errorf("a stream whose Filter or DecodeParms cannot be read")
	}
	return name, dict, nil
}

// unpredict undoes the PNG predictors (ISO 32000-1, 7.4.4.4; PNG, 9.2).
func unpredict(data []byte, parms Dict) ([]byte, error) {
	param := func(key Name, standard int) int {
		if n, ok := parms[key].(Number); ok {
			if i, ok := n.Int(); ok {
				return i
			}
			return -1
		}
		return standard
	}
	predictor := param("Predictor", 1)
	if predictor == 1 {
		return data, nil
	}
	colors, bits, columns := param("Colors", 1), param("BitsPerComponent", 8), param("Columns", 1)
	if predictor < 10 || predictor > 15 || colors < 1 || colors > 32 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<20 {
		return nil, fmt.Errorf("a predictor that is not known here (%v)", parms)
	}
	width := (colors*bits*columns + 7) / 8
	left := max(1, colors*bits/8)
	if len(data)%(width+1) != 0 {
		return nil, fmt.Errorf("predicted data that do not fill their rows")
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, width)
	for ; len(data) > 0; data = data[width+1:] {
		kind := data[0]
		out = append(out, data[1:width+1]...)
		row := out[len(out)-width:]
		for i := range row {
			var a, c byte
			if i >= left {
				a, c = row[i-left], above[i-left]
			}
			switch kind {
			case 0:
			case 1:
				row[i] += a
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(a) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(a, above[i], c)
			default:
				return nil, fmt.Errorf("a row with predictor %d", kind)
			}
		}
		above = row
	}
	return out, nil
}

func paeth(a, b, c byte) byte {
	distance := func(x byte) int { return max(int(a)+int(b)-int(c)-int(x), int(x)+int(c)-int(a)-int(b)) }
	switch pa, pb, pc := distance(a), distance(b), distance(c); {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}
