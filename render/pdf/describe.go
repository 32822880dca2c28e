package pdf

import (
	"annex/render"
	"annex/render/pdf/finish"
)

// described is what a document that was drawn has to say of itself.
func described(d *render.Document, c *canvas, profile finish.Profile, files []Attachment) *finish.Document {
	result := &finish.Document{
		Title: d.Titel, Subject: d.Onderwerp, Author: d.Auteur,
		Creator: "annex", Producer: "annex (go-pdf/fpdf)", Language: "nl-NL", Date: d.Datum,
		Structure: describedElement(c.root), Attachments: files, Profile: profile,
	}
	for _, b := range c.outline {
		result.Outline = append(result.Outline, finish.Bookmark{Text: b.text, Level: b.level, To: inPoints(b.place)})
	}
	return result
}

func describedElement(e *element) *finish.Element {
	result := &finish.Element{Role: string(e.role), Title: e.title, Alt: e.alt, Summary: e.summary, Scope: string(e.scope), ColSpan: e.colSpan}
	for _, m := range e.marks {
		result.Marks = append(result.Marks, finish.Mark{Page: m.page, ID: m.id})
	}
	for _, l := range e.links {
		result.Links = append(result.Links, describedLink(l))
	}
	if len(e.extent.pages) == 1 { // what goes on on another page has no one place
		r := rect(e.extent.area)
		result.BBox = &r
	}
	for _, kid := range e.kids {
		result.Kids = append(result.Kids, describedElement(kid))
	}
	return result
}

func describedLink(l *link) finish.Link {
	result := finish.Link{Page: l.page, Address: l.target.address, Says: l.target.says}
	if to := l.target.element; to != nil {
		result.To = finish.Place{Page: -1} // nowhere, which is refused
		if to.start != nil {
			result.To = inPoints(*to.start)
		}
	}
	for _, a := range l.areas {
		result.Areas = append(result.Areas, rect(a))
	}
	return result
}

func inPoints(p place) finish.Place {
	return finish.Place{Page: p.page, Y: (pageHeight - p.y) / mmPerPoint}
}

func rect(a area) finish.Rect {
	return finish.Rect{Left: a.x / mmPerPoint, Bottom: (pageHeight - a.y - a.h) / mmPerPoint,
		Right: (a.x + a.w) / mmPerPoint, Top: (pageHeight - a.y) / mmPerPoint}
}
