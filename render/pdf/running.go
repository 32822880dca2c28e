package pdf

import (
	"fmt"
	"strings"

	"annex/render"
)

// running is what stands at the top and the bottom of every page.
type running struct {
	caution           []string // above the head, on a band
	left, right, foot []string
}

// runningLines is how many lines a running head or foot may take. What is longer
// is cut off with an ellipsis: it stands in full in the document itself.
const runningLines = 3

// pageNumberWidth is kept free for "pagina x van y".
const pageNumberWidth = 32.0

func runningOf(d *render.Document) running {
	const gap = 6.0
	left, right := textWidth, textWidth
	if d.KoptekstLinks != "" && d.KoptekstRechts != "" {
		// The right text gets what it needs, up to two fifths.
		right = min(runningStyle.width(d.KoptekstRechts)+0.05, 0.4*textWidth)
		left = textWidth - right - gap
	}
	return running{
		caution: breakLines(cautionStyle, d.Voorbehoud, textWidth-2*cautionPadding),
		left:    runningText(d.KoptekstLinks, left),
		right:   runningText(d.KoptekstRechts, right),
		foot:    runningText(d.Voettekst, textWidth-pageNumberWidth),
	}
}

func runningText(text string, width float64) []string {
	return shortened(runningStyle, text, width, runningLines)
}

// shortened breaks a text in lines, and cuts off what comes after the last line
// there is room for.
func shortened(style textStyle, text string, width float64, most int) []string {
	lines := breakLines(style, text, width)
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	last := []rune(strings.TrimRightFunc(lines[most-1], isBreakingSpace))
	for len(last) > 0 && style.width(string(last)+"…") > width {
		last = last[:len(last)-1]
	}
	lines[most-1] = string(last) + "…"
	return lines
}

// headTop is where the head begins, below what is on the band.
func (r running) headTop() float64 {
	if len(r.caution) == 0 {
		return headerTop
	}
	return headerTop + r.bandHeight() + cautionGap
}

func (r running) bandHeight() float64 {
	return float64(len(r.caution))*cautionStyle.leading + 2*cautionPadding
}

func (r running) headRule() float64 {
	return r.headTop() + float64(max(1, len(r.left), len(r.right)))*runningHeight + 1.4
}

func (r running) footTop() float64 {
	return pageHeight - footerBottom - float64(max(1, len(r.foot)))*runningHeight
}

// frame is what the head and the foot leave for the text.
func (r running) frame() frame {
	return frame{top: r.headRule() + headerGap, bottom: r.footTop() - footerGap}
}

func (r running) drawHead(c *canvas) {
	c.artifact(artifactHead, func() {
		if len(r.caution) > 0 {
			c.fill(marginLeft, headerTop, textWidth, r.bandHeight(), band)
			drawLines(c, cautionStyle, marginLeft+cautionPadding, headerTop+cautionPadding, r.caution, false)
		}
		drawLines(c, runningStyle, marginLeft, r.headTop(), r.left, false)
		drawLines(c, runningStyle, marginLeft+textWidth, r.headTop(), r.right, true)
		c.line(marginLeft, r.headRule(), marginLeft+textWidth, r.headRule(), 0.15, ruleDark)
	})
}

func (r running) drawFoot(c *canvas, page, pages int) {
	c.artifact(artifactFoot, func() {
		drawLines(c, runningStyle, marginLeft, r.footTop(), r.foot, false)
		c.textRight(runningStyle, marginLeft+textWidth, r.footTop(), fmt.Sprintf("pagina %d van %d", page, pages))
	})
}
