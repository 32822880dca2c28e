package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"codeberg.org/go-pdf/fpdf"

	"annex/render"
)

const (
	logoHeight = 22.0 // mm, at most
	logoWidth  = 60.0
	logoGap    = 10.0 // between the logo and the lines beside it
	// letterheadLines is how many lines a letterhead may take: the first page is
	// that of the document.
	letterheadLines = 10
	letterheadBelow = 9.0 // between the letterhead and the title

	logoBytes  = 2 << 20
	logoPixels = 4_000_000
	logoShape  = 20 // how many times as wide as high a logo may be, or as high as wide
)

// A picture is a logo as it came, with its size in pixels.
type picture struct {
	data          []byte
	decode        func(data []byte) (image.Image, error)
	width, height int
}

// readPicture reads what kind of picture a logo is, and how large. It does not
// decode the pixels: what is too large is refused before it takes memory.
func readPicture(data []byte) (picture, error) {
	if len(data) > logoBytes {
		return picture{}, fmt.Errorf("het logo is te groot (%d bytes); hoogstens %d bytes is toegestaan", len(data), logoBytes)
	}
	p := picture{data: data}
	var config image.Config
	var err error
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		p.decode = func(data []byte) (image.Image, error) { return png.Decode(bytes.NewReader(data)) }
		config, err = png.DecodeConfig(bytes.NewReader(data))
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		p.decode = func(data []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(data)) }
		config, err = jpeg.DecodeConfig(bytes.NewReader(data))
	default:
		return picture{}, errors.New("het logo is geen PNG en geen JPEG")
	}
	if err != nil {
		return picture{}, unreadable(err)
	}
	p.width, p.height = config.Width, config.Height
	switch {
	case p.width < 1 || p.height < 1:
		return picture{}, errors.New("het logo heeft geen beeldpunten")
	case p.width > logoPixels/p.height: // width * height could overflow
		return picture{}, fmt.Errorf("het logo is te groot (%d bij %d beeldpunten); hoogstens %d beeldpunten is toegestaan, en 1.400 breed is scherp genoeg",
			p.width, p.height, logoPixels)
	case p.width > logoShape*p.height || p.height > logoShape*p.width:
		return picture{}, fmt.Errorf("het logo is te smal (%d bij %d beeldpunten)", p.width, p.height)
	}
	return p, nil
}

// unreadableLogo says what to do, and not what the decoder, in English, found.
type unreadableLogo struct{ cause error }

func (unreadableLogo) Error() string {
	return "het logo is niet te lezen; sla het opnieuw op als PNG of JPEG"
}
func (e unreadableLogo) Unwrap() error { return e.cause }

func unreadable(err error) error { return unreadableLogo{err} }

// size is how large the picture is printed, in mm: as large as there is room
// for, with its own proportions.
func (p picture) size() (width, height float64) {
	scale := min(logoWidth/float64(p.width), logoHeight/float64(p.height))
	return float64(p.width) * scale, float64(p.height) * scale
}

// plain gives the picture as a PNG of 8 bits of red, green and blue, on white.
// PDF/A allows neither the transparency nor the CMYK that it may have come with.
func (p picture) plain() ([]byte, error) {
	from, err := p.decode(p.data)
	if err != nil {
		return nil, unreadable(err)
	}
	onWhite := image.NewRGBA(image.Rect(0, 0, p.width, p.height))
	draw.Draw(onWhite, onWhite.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(onWhite, onWhite.Rect, from, from.Bounds().Min, draw.Over)
	var b bytes.Buffer
	if err := png.Encode(&b, onWhite); err != nil {
		return nil, unreadable(err)
	}
	return b.Bytes(), nil
}

// picture draws a picture with its top left corner at (x, y).
func (c *canvas) picture(p picture, x, y float64) {
	if !c.inside() {
		return
	}
	data, err := p.plain()
	if err != nil {
		c.pdf.SetError(err)
		return
	}
	const name = "logo"
	width, height := p.size()
	c.pdf.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(data))
	c.pdf.ImageOptions(name, x, y, width, height, false, fpdf.ImageOptions{ImageType: "PNG"}, 0, "")
	c.drawn(x, y, width, height)
}

func checkLetterhead(b *render.Briefhoofd) error {
	width := textWidth
	if b.Logo != nil {
		p, err := readPicture(b.Logo.Data)
		if err != nil {
			return err
		}
		if b.Logo.Alternatief == "" {
			return errors.New("het logo zegt niet in woorden wat het is")
		}
		w, _ := p.size()
		width = besideLogo(w)
	}
	if n := len(letterheadTexts(b, width)); n > letterheadLines {
		return fmt.Errorf("het briefhoofd is te lang: %d regels, hoogstens %d", n, letterheadLines)
	}
	return nil
}

// besideLogo is the room there is for text beside a logo.
func besideLogo(width float64) float64 { return textWidth - width - logoGap }

// letterheadTexts breaks each line of the letterhead in as many as it takes.
func letterheadTexts(b *render.Briefhoofd, width float64) (lines []letterheadLine) {
	for i, text := range b.Regels {
		for _, line := range breakLines(letterheadStyle, text, width) {
			lines = append(lines, letterheadLine{i, line})
		}
	}
	return lines
}

// A letterheadLine is a line on paper of the text with that number.
type letterheadLine struct {
	text int
	line string
}

// letterhead lays out who made the document: the logo at the left, the lines at
// the right, above the title.
func (l *layout) letterhead(b *render.Briefhoofd) {
	var logo picture
	var figure *element
	width, height, room := 0.0, 0.0, textWidth
	if b.Logo != nil {
		var err error
		if logo, err = readPicture(b.Logo.Data); err != nil {
			return // cannot happen: check has refused it
		}
		figure = l.part.child(roleFigure)
		figure.alt = b.Logo.Alternatief
		width, height = logo.size()
		room = besideLogo(width)
	}
	lines := letterheadTexts(b, room)
	if figure == nil && len(lines) == 0 {
		return
	}
	paragraphs := make([]*element, len(b.Regels))
	for _, line := range lines {
		if paragraphs[line.text] == nil {
			paragraphs[line.text] = l.part.child(roleParagraph)
		}
	}
	style := letterheadStyle
	p := &piece{kind: headingPiece, height: max(height, float64(len(lines))*style.leading), bond: firm, draw: func(c *canvas, y float64) {
		if figure != nil {
			c.content(figure, func() { c.picture(logo, marginLeft, y) })
		}
		for i, line := range lines {
			c.content(paragraphs[line.text], func() {
				c.textRight(style, marginLeft+textWidth, y+float64(i)*style.leading, line.line)
			})
		}
	}}
	l.add(p, 0, letterheadBelow)
}
