package norms

import "time"

// Overzicht is one publication with its figures as published.
type Overzicht struct {
	Publicatie *Publicatie
	Waarden    []Value
	Tabellen   []Table
}

// Status gives the weakest status of the figures.
func (o Overzicht) Status() Status {
	for _, v := range o.Waarden {
		if v.Status == EnkeleBron {
			return EnkeleBron
		}
	}
	for _, t := range o.Tabellen {
		if t.Status() == EnkeleBron {
			return EnkeleBron
		}
	}
	return Bevestigd
}

// Overzicht gives every publication that applies on d, or all of them when d is
// nil, by reeks and then by day. On a day, a reeks whose values each take effect
// on their own date (indexering) gives only the value last taken effect, and a
// value with a window of its own is left out outside it.
func (s *Set) Overzicht(d *time.Time) []Overzicht {
	var list []Overzicht
	for _, f := range s.files {
		if d != nil && !f.pub.covers(day(*d)) {
			continue
		}
		o := Overzicht{Publicatie: f.pub, Tabellen: f.tables}
		for _, v := range f.values {
			if d != nil && !v.from.IsZero() && (day(*d).Before(v.from) || day(*d).After(v.until)) {
				continue
			}
			if d != nil && !v.Vanaf.IsZero() {
				if v.Vanaf.After(day(*d)) {
					break
				}
				o.Waarden = nil
			}
			o.Waarden = append(o.Waarden, v.Value)
		}
		list = append(list, o)
	}
	return list
}
