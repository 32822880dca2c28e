package zaak

import "go.yaml.in/yaml/v4"

// bedrag reads an amount: a bare number, or a mapping with its evidence.
func (l *lezer) bedrag(k knoop) Bedrag {
	if b := l.bedragOfNiets(k); b != nil {
		return *b
	}
	return Bedrag{}
}

// bedragOfNiets reads an amount that need not be there.
func (l *lezer) bedragOfNiets(k knoop) *Bedrag {
	if !k.aanwezig() || k.waarde.Kind != yaml.MappingNode {
		return l.getalOfNiets(k, bedragPerMaand)
	}
	v := l.mapping(k, &vormBedrag)
	b := l.getalOfNiets(v.veld("bedrag"), bedragPerMaand)
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
