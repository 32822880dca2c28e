package pdf

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"annex/render"
)

func letterheadDocument(logo []byte, lines ...string) *render.Document {
	d := sample()
	d.Blokken = nil
	d.Briefhoofd = &render.Briefhoofd{Regels: lines}
	if logo != nil {
		d.Briefhoofd.Logo = &render.Logo{Data: logo, Alternatief: "Oorbeeld advocaten"}
	}
	return d
}

func decoded(t *testing.T, text string) []byte {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// plainImage is of one colour.
func plainImage(k color.Color, w, h int) image.Image {
	m := image.NewNRGBA64(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, k)
		}
	}
	return m
}

func jpegOf(m image.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// Whatever the picture came as, the PDF holds plain red, green and blue of eight
// bits and no mask (PDF/A: ISO 19005-3, 6.2.4 and 6.2.10), and it looks the same.
func TestLogoBecomesPlain(t *testing.T) {
	red := color.NRGBA{200, 30, 30, 255}
	half := color.NRGBA{200, 30, 30, 128}
	palette := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{half, red})
	const interlaced = "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAIAAAFVYemCAAAAJUlEQVQI12M4ISfHAMWMJ+TkGBgYGBgYECwmBhhAiMEBEwMGAACHdQYgxNhVewAAAABJRU5ErkJggg=="
	const cmyk = "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK/9sAQwECAgICAgIFAwMFCgcGBwoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK/8AAFAgACAAIBAERAAIRAQMRAQQRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAcJ/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAgJ/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwBgJREtSB//2Q=="
	for name, c := range map[string]struct {
		data []byte
		want color.NRGBA
	}{
		"PNG":                     {pngOf(image.NewRGBA(image.Rect(0, 0, 8, 8))), color.NRGBA{255, 255, 255, 255}}, // nothing but transparent
		"PNG of 16 bits":          {pngOf(plainImage(red, 8, 8)), red},
		"PNG, half transparent":   {pngOf(plainImage(half, 8, 8)), color.NRGBA{227, 142, 142, 255}}, // 200·½ + 255·½, 30·½ + 255·½
		"PNG with a palette":      {pngOf(palette), color.NRGBA{227, 142, 142, 255}},
		"PNG in grey, 16 bits":    {pngOf(image.NewGray16(image.Rect(0, 0, 8, 8))), color.NRGBA{0, 0, 0, 255}},
		"PNG, interlaced":         {decoded(t, interlaced), red},
		"JPEG":                    {jpegOf(plainImage(red, 16, 16)), red},
		"JPEG in CMYK (inverted)": {decoded(t, cmyk), red},
	} {
		pdf := written(t, letterheadDocument(c.data))
		rows := strings.Split(strings.TrimSpace(tool(t, "poppler-utils", pdf, "pdfimages", "-list", "FILE")), "\n")[2:]
		if len(rows) != 1 || !regexp.MustCompile(`^ +1 +0 image +\d+ +\d+ +rgb +3 +8 `).MatchString(rows[0]) {
			t.Errorf("%s: %q", name, rows)
			continue
		}
		prefix := filepath.Join(t.TempDir(), "image")
		tool(t, "poppler-utils", pdf, "pdfimages", "FILE", prefix)
		data, err := os.ReadFile(prefix + "-000.ppm")
		if err != nil {
			t.Fatal(err)
		}
		last := data[len(data)-3:]
		for i, want := range []uint8{c.want.R, c.want.G, c.want.B} {
			if math.Abs(float64(last[i])-float64(want)) > 2 { // JPEG is not exact
				t.Errorf("%s: the last pixel is %v, want %v", name, last, c.want)
				break
			}
		}
	}
}

// A logo is as large as there is room for, and keeps its proportions.
func TestLogoSize(t *testing.T) {
	for _, c := range []struct {
		w, h          int
		width, height float64
	}{
		{600, 100, 60, 10}, {100, 100, 22, 22}, {300, 110, 60, 22}, {30, 60, 11, 22}, {6, 1, 60, 10},
	} {
		p, err := readPicture(pngOf(image.NewGray(image.Rect(0, 0, c.w, c.h))))
		if err != nil {
			t.Fatal(err)
		}
		if w, h := p.size(); math.Abs(w-c.width) > 1e-9 || math.Abs(h-c.height) > 1e-9 {
			t.Errorf("%d x %d is printed as %g x %g mm, want %g x %g", c.w, c.h, w, h, c.width, c.height)
		}
	}
}

// hollowPNG says how large it is, and holds nothing.
func hollowPNG(w, h uint32) []byte {
	head := append([]byte("IHDR"), make([]byte, 13)...)
	binary.BigEndian.PutUint32(head[4:], w)
	binary.BigEndian.PutUint32(head[8:], h)
	head[12], head[13] = 8, 2
	b := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), head...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(head))
}

func TestLetterheadRefuses(t *testing.T) {
	good := pngOf(logoImage(30, 20))
	for name, c := range map[string]struct {
		logo  []byte
		lines []string
		want  string
	}{
		"nothing":          {[]byte{}, nil, "het logo is geen PNG en geen JPEG"},
		"GIF":              {[]byte("GIF89a\x01\x00\x01\x00"), nil, "het logo is geen PNG en geen JPEG"},
		"SVG":              {[]byte("<svg/>"), nil, "het logo is geen PNG en geen JPEG"},
		"head of a PNG":    {good[:20], nil, "het logo is niet te lezen"},
		"half a PNG":       {good[:len(good)/2], nil, "het logo is niet te lezen"},
		"head of a JPEG":   {[]byte("\xff\xd8\xff"), nil, "het logo is niet te lezen"},
		"half a JPEG":      {jpegOf(logoImage(64, 64))[:700], nil, "het logo is niet te lezen"},
		"too many bytes":   {append(bytes.Clone(good), make([]byte, 2<<20)...), nil, "het logo is te groot (" + fmt.Sprint(len(good)+2<<20) + " bytes)"},
		"too many pixels":  {hollowPNG(2001, 2000), nil, "het logo is te groot (2001 bij 2000 beeldpunten)"},
		"very many pixels": {hollowPNG(1<<31-1, 1<<31-1), nil, "het logo is"},
		"a thread":         {hollowPNG(2100, 100), nil, "het logo is te smal (2100 bij 100 beeldpunten)"},
		"no pixels":        {hollowPNG(0, 100), nil, "het logo"},
		"many lines":       {nil, strings.Fields(strings.Repeat("regel ", 11)), "het briefhoofd is te lang: 11 regels, hoogstens 10"},
		"a long line":      {good, []string{strings.Repeat("regel ", 500)}, "het briefhoofd is te lang"},
		"unprintable":      {nil, []string{"😀"}, "U+1F600"},
	} {
		var b bytes.Buffer
		if err := Write(&b, letterheadDocument(c.logo, c.lines...)); err == nil || !strings.Contains(err.Error(), c.want) || b.Len() > 0 {
			t.Errorf("%s: got %v and %d bytes, want %q", name, err, b.Len(), c.want)
		}
	}
	d := letterheadDocument(good)
	d.Briefhoofd.Logo.Alternatief = ""
	if err := Write(new(bytes.Buffer), d); err == nil || !strings.Contains(err.Error(), "het logo zegt niet in woorden wat het is") {
		t.Errorf("got %v", err)
	}
}

// The letterhead stands on the first page only, above the title, inside the
// margins; without anything in it the document is as it was.
func TestLetterhead(t *testing.T) {
	d := court()
	checkPages(t, d)
	pages := textPages(t, d)
	for _, line := range d.Briefhoofd.Regels {
		if on := pagesWith(pages, line); len(on) != 1 || !on[1] {
			t.Errorf("%q stands on pages %v", line, on)
		}
	}
	if first := strings.Join(d.Briefhoofd.Regels, "\n") + "\n" + d.Titel + "\n"; !strings.HasPrefix(pages[0], first) {
		t.Errorf("the first page begins with %.200q", pages[0])
	}
	bare := sample()
	want := written(t, bare)
	bare.Briefhoofd = &render.Briefhoofd{}
	if !bytes.Equal(written(t, bare), want) {
		t.Error("an empty letterhead leaves a trace")
	}
}

func FuzzLogo(f *testing.F) {
	f.Add(pngOf(logoImage(5, 4)))
	f.Add(jpegOf(logoImage(16, 16)))
	f.Add(hollowPNG(100, 100))
	f.Fuzz(func(t *testing.T, data []byte) {
		var b bytes.Buffer
		if err := Write(&b, letterheadDocument(data, "regel")); err != nil && b.Len() > 0 {
			t.Errorf("%d bytes of a refused document", b.Len())
		}
	})
}
