package finish

import "encoding/binary"

// kept are the tables that a font in a document needs: its characters are found by
// the maps of the document, and its names stand there (ISO 32000-1, 9.9). In the
// order of their names, as a font lists them.
var kept = []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}

// outlinesOnly leaves out of a font what a document does not use of it, half of its
// bytes: the tables by which a system finds and names it, and the instructions that
// fit outlines to the dots of a coarse screen. The outlines and the widths stay.
func outlinesOnly(data []byte) ([]byte, error) {
	tables, err := trueTypeTables(data)
	if err != nil {
		return nil, err
	}
	head, maxp, loca := tables["head"], tables["maxp"], tables["loca"]
	if len(head) < 54 || len(maxp) < 32 {
		return nil, errTrueType
	}
	var glyf []byte
	var places []int
	for g := range u16(maxp, 4) {
		glyph, err := outline(tables["glyf"], loca, g, u16(head, 50) == 1)
		if err != nil {
			return nil, err
		}
		places = append(places, len(glyf))
		if glyf = append(glyf, glyph...); len(glyf)%2 == 1 {
			glyf = append(glyf, 0)
		}
	}
	places = append(places, len(glyf))
	long := len(glyf)/2 > 0xFFFF
	loca = nil
	for _, at := range places {
		if long {
			loca = binary.BigEndian.AppendUint32(loca, uint32(at))
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(at/2))
		}
	}
	return assemble(map[string][]byte{"glyf": glyf, "loca": loca, "head": plainHead(head, long), "hhea": tables["hhea"], "hmtx": tables["hmtx"], "maxp": plainMaxp(maxp)}), nil
}

// plainHead says that no instruction moves an advance, and whether loca has four bytes
// per glyph or two. The sum of the whole is filled in when it is there.
func plainHead(head []byte, long bool) []byte {
	const instructed = 1<<2 | 1<<3 | 1<<4 // sizes and advances depend on instructions
	head = append([]byte(nil), head...)
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[16:], uint16(u16(head, 16)&^instructed))
	binary.BigEndian.PutUint16(head[50:], 0)
	if long {
		head[51] = 1
	}
	return head
}

// plainMaxp asks for no room for instructions.
func plainMaxp(maxp []byte) []byte {
	maxp = append([]byte(nil), maxp...)
	binary.BigEndian.PutUint16(maxp[14:], 1) // zones: only that of the outlines
	clear(maxp[16:28])                       // twilight points, storage, functions, definitions, stack, instructions
	return maxp
}

// outline is glyph g without its instructions (OpenType, glyf); nothing for one that
// has no outline.
func outline(glyf, loca []byte, g int, long bool) ([]byte, error) {
	var from, to uint64
	switch {
	case long && len(loca) >= 4*(g+2):
		from, to = uint64(binary.BigEndian.Uint32(loca[4*g:])), uint64(binary.BigEndian.Uint32(loca[4*g+4:]))
	case !long && len(loca) >= 2*(g+2):
		from, to = 2*uint64(u16(loca, 2*g)), 2*uint64(u16(loca, 2*g+2))
	default:
		return nil, errTrueType
	}
	if from > to || to > uint64(len(glyf)) {
		return nil, errTrueType
	}
	if from == to {
		return nil, nil
	}
	glyph := append([]byte(nil), glyf[from:to]...)
	if len(glyph) < 10 {
		return nil, errTrueType
	}
	if contours := int(int16(u16(glyph, 0))); contours >= 0 {
		return simple(glyph, contours)
	}
	return composed(glyph)
}

// simple takes the instructions out of a glyph of contours: they stand between the
// ends of the contours and the points.
func simple(glyph []byte, contours int) ([]byte, error) {
	at := 10 + 2*contours
	if len(glyph) < at+2 || len(glyph) < at+2+u16(glyph, at) {
		return nil, errTrueType
	}
	points := glyph[at+2+u16(glyph, at):]
	return append(append(glyph[:at:at], 0, 0), points...), nil
}

// composed takes the instructions off a glyph that is made of others.
func composed(glyph []byte) ([]byte, error) {
	const words, scale, more, twoScales, matrix, instructions = 1 << 0, 1 << 3, 1 << 5, 1 << 6, 1 << 7, 1 << 8
	for at := 10; ; {
		if len(glyph) < at+4 {
			return nil, errTrueType
		}
		flags := u16(glyph, at)
		binary.BigEndian.PutUint16(glyph[at:], uint16(flags&^instructions))
		at += 6 // the flags, the glyph, two bytes of arguments
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if len(glyph) < at {
			return nil, errTrueType
		}
		if flags&more == 0 {
			return glyph[:at], nil
		}
	}
}

// assemble writes a font of these tables (OpenType, "Organization of an OpenType font").
func assemble(tables map[string][]byte) []byte {
	const entry = 16
	n := len(kept)
	power, log := 1, 0
	for ; 2*power <= n; power *= 2 {
		log++
	}
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{n, entry * power, log, entry * (n - power)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	var body []byte
	head := 0
	for _, name := range kept {
		at := 12 + entry*n + len(body)
		if name == "head" {
			head = at
		}
		out = append(out, name...)
		for _, v := range []uint32{sumOf(tables[name]), uint32(at), uint32(len(tables[name]))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		for body = append(body, tables[name]...); len(body)%4 > 0; {
			body = append(body, 0)
		}
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-sumOf(out))
	return out
}

// sumOf adds up a table in words of four bytes, as if zeros followed it.
func sumOf(table []byte) (sum uint32) {
	for len(table) > 0 {
		var word [4]byte
		table = table[copy(word[:], table):]
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}
