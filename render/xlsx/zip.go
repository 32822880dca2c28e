package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"io/fs"
	"sort"
	"sync"

	"annex/render/xlsx/finish"
)

// orderedZip collects the parts of a workbook and writes them in a fixed order.
// excelize hands over the worksheets in the order of a Go map, which differs
// each time; the same case must give the same bytes.
type orderedZip struct {
	w     io.Writer
	parts []part
}

// compressors are used again: each holds a megabyte of room.
var compressors = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// compressor compresses a part fast: of what a workbook takes to write, compressing it
// with more care was a third, for a file a sixth smaller.
func compressor(w io.Writer) (io.WriteCloser, error) {
	c := compressors.Get().(*flate.Writer)
	c.Reset(w)
	return pooled{c}, nil
}

type pooled struct{ *flate.Writer }

func (p pooled) Close() error {
	err := p.Writer.Close()
	compressors.Put(p.Writer)
	return err
}

type part struct {
	name string
	data *bytes.Buffer
}

func (z *orderedZip) Create(name string) (io.Writer, error) {
	p := part{name, new(bytes.Buffer)}
	z.parts = append(z.parts, p)
	return p.data, nil
}

// AddFS is part of excelize.ZipWriter; excelize itself does not call it.
func (z *orderedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the parts, each as finish mends it. The content types come first, so
// that programs recognise the file by its start.
func (z *orderedZip) Close() error {
	const contentTypes = finish.ContentTypesName
	names := make([]string, len(z.parts))
	for i, p := range z.parts {
		names[i] = p.name
	}
	sort.Slice(z.parts, func(i, j int) bool {
		a, b := z.parts[i].name, z.parts[j].name
		if (a == contentTypes) != (b == contentTypes) {
			return a == contentTypes
		}
		return a < b
	})
	out := zip.NewWriter(z.w)
	out.RegisterCompressor(zip.Deflate, compressor)
	for _, p := range z.parts {
		w, err := out.Create(p.name) // without a time: that too must not differ
		if err != nil {
			return err
		}
		data, err := finish.Part(p.name, delen(p.data.Bytes()), names)
		if err != nil {
			return err
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	return out.Close()
}
