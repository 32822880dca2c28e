package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"runtime"
	"sort"
	"sync"
	"sync/atomic"

	"annex/render/xlsx/finish"
)

// orderedZip collects the parts of a workbook and writes them in a fixed order.
// excelize hands over the worksheets in the order of a Go map, which differs
// each time; the same case must give the same bytes.
type orderedZip struct {
	w     io.Writer
	parts []part
}

// compressors are used again, as many as there are cores: each holds a megabyte of room. They
// compress fast: of what a workbook takes to write, compressing it with more care was a
// third, for a file a sixth smaller.
var compressors = make(chan *flate.Writer, runtime.GOMAXPROCS(0))

// compressor gives one of them, or a new one where all are in use.
func compressor(w io.Writer) (*flate.Writer, error) {
	select {
	case c := <-compressors:
		c.Reset(w)
		return c, nil
	default:
		return flate.NewWriter(w, flate.BestSpeed)
	}
}

// release lets a compressor be used again.
func release(c *flate.Writer) {
	select {
	case compressors <- c:
	default:
	}
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

// Close writes the parts, each as finish mends it; that and compressing is done of
// several at once. The content types come first, so that programs recognise the file by
// its start.
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
	packed := make([]packedPart, len(z.parts))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(z.parts)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(z.parts); i = next.Add(1) - 1 {
				packed[i] = z.parts[i].pack(names)
			}
		})
	}
	workers.Wait()
	out := zip.NewWriter(z.w)
	for _, p := range packed {
		if p.err != nil {
			return p.err
		}
		w, err := out.CreateRaw(&p.header) // without a time: that too must not differ
		if err != nil {
			return err
		}
		if _, err := w.Write(p.data); err != nil {
			return err
		}
	}
	return out.Close()
}

// packedPart is a part as it stands in the file.
type packedPart struct {
	header zip.FileHeader
	data   []byte
	err    error
}

// pack mends a part and compresses it. names are those of all parts.
func (p part) pack(names []string) packedPart {
	whole, err := finish.Part(p.name, delen(p.data.Bytes()), names)
	if err != nil {
		return packedPart{err: err}
	}
	var b bytes.Buffer
	b.Grow(len(whole)/4 + 512)
	c, err := compressor(&b)
	if err != nil {
		return packedPart{err: err}
	}
	defer release(c)
	if _, err := c.Write(whole); err != nil {
		return packedPart{err: err}
	}
	if err := c.Close(); err != nil {
		return packedPart{err: err}
	}
	return packedPart{data: b.Bytes(), header: zip.FileHeader{
		Name: p.name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(whole),
		CompressedSize64: uint64(b.Len()), UncompressedSize64: uint64(len(whole)),
	}}
}
