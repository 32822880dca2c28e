package zaak

import "go.yaml.in/yaml/v4"

// bedrag reads an amount per month: a bare number, or a mapping with its evidence.
func (l *lezer) bedrag(k knoop) Bedrag { return ofLeeg(l.bedragOfNiets(k)) }

// bedragOfNiets reads an amount per month that need not be there.
func (l *lezer) bedragOfNiets(k knoop) *Bedrag { return l.bewezen(k, bedragPerMaand) }

func ofLeeg(b *Bedrag) Bedrag {
	if b == nil {
		return Bedrag{}
	}
	return *b
}

// bewezen reads a number of some kind that need not be there: a bare one, or a
// mapping with its evidence.
func (l *lezer) bewezen(k knoop, soort getalsoort) *Bedrag {
	if !k.aanwezig() || k.waarde.Kind != yaml.MappingNode {
		return l.getalOfNiets(k, soort)
	}
	v := l.mapping(k, &vormBedrag)
	b := l.getalOfNiets(v.veld("bedrag"), soort)
	l.herkomst(v, b)
	if b != nil {
		b.Plek.Pad = k.pad
	}
	return b
}

// herkomst gives amounts the evidence that stands beside them, unless they have
// evidence of their own. An amount that is not there may be nil.
func (l *lezer) herkomst(v velden, bedragen ...*Bedrag) {
	bron := l.tekst(v.veld("bron"), label)
	toelichting := l.tekst(v.veld("toelichting"), verhaal)
	for _, b := range bedragen {
		if b == nil {
			continue
		}
		if b.Bron == "" {
			b.Bron = bron
		}
		if b.Toelichting == "" {
			b.Toelichting = toelichting
		}
	}
}
