package zaak

// metReden reads an amount that departs from the rule, with its reason.
func (l *lezer) metReden(k knoop) *MetReden {
	if !k.aanwezig() {
		return nil
	}
	return l.bedragMetReden(l.mapping(k, &vormMetReden))
}

func (l *lezer) bedragMetReden(v velden) *MetReden {
	m := &MetReden{
		Bedrag: l.bedrag(v.veld("bedrag")),
		Reden:  l.tekst(v.veld("reden"), verhaal),
	}
	l.herkomst(v, &m.Bedrag)
	return m
}

func (l *lezer) woonlast(k knoop) *Woonlast {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormWoonlast)
	w := &Woonlast{
		MetReden: *l.bedragMetReden(v),
		Soort:    l.keuze(v.veld("soort"), WoonlastLager, WoonlastLager, WoonlastHoger),

		NieuwePartner: l.ja(v.veld("nieuwe_partner")),
	}
	return w
}

func (l *lezer) voormaligeWoning(k knoop) *VoormaligeWoning {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormVoormaligeWoning)
	w := &VoormaligeWoning{
		EigenWoonlast: l.bedrag(v.veld("eigen_woonlast")),
		Aandeel:       l.bedragOfNiets(v.veld("aandeel")),
	}
	l.herkomst(v, &w.EigenWoonlast, w.Aandeel)
	return w
}

func (l *lezer) schuldsanering(k knoop) *Schuldsanering {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormSchuldsanering)
	return &Schuldsanering{Reden: l.tekst(v.veld("reden"), verhaal)}
}

func (l *lezer) inkomensverlies(k knoop) *Inkomensverlies {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormInkomensverlies)
	i := &Inkomensverlies{
		OudNBI:          l.bedrag(v.veld("oud_nbi")),
		ZelfVeroorzaakt: l.ja(v.veld("zelf_veroorzaakt")),
		Onthouden:       l.ja(v.veld("onthouden")),
		Reden:           l.tekst(v.veld("reden"), verhaal),
		Bijstandsnorm:   l.bedragOfNiets(v.veld("bijstandsnorm")),
	}
	l.herkomst(v, &i.OudNBI, i.Bijstandsnorm)
	herstelbaar, teVergen := l.jaNee(v.veld("herstelbaar")), l.jaNee(v.veld("te_vergen"))
	i.Herstelbaar = herstelbaar != nil && *herstelbaar
	i.TeVergen = teVergen != nil && *teVergen
	if !i.ZelfVeroorzaakt {
		return i
	}
	l.nodig(k, v, "herstelbaar", "nodig omdat zelf_veroorzaakt ja is")
	l.nodig(k, v, "te_vergen", "nodig omdat zelf_veroorzaakt ja is")
	if herstelbaar != nil && !*herstelbaar {
		l.nodig(k, v, "onthouden", "nodig omdat herstelbaar nee is")
	} else if teVergen != nil && !*teVergen {
		l.nodig(k, v, "onthouden", "nodig omdat te_vergen nee is")
	}
	return i
}

func (l *lezer) langdurigeZorg(k knoop) *LangdurigeZorg {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormLangdurigeZorg)
	z := &LangdurigeZorg{
		EigenBijdrage:       l.bedrag(v.veld("eigen_bijdrage")),
		NoodzakelijkeLasten: l.bedrag(v.veld("noodzakelijke_lasten")),
		Reden:               l.tekst(v.veld("reden"), verhaal),
	}
	l.herkomst(v, &z.EigenBijdrage, &z.NoodzakelijkeLasten)
	return z
}

func (l *lezer) aanvaardbaarheidstoets(k knoop) *Aanvaardbaarheidstoets {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormAanvaardbaarheidstoets)
	t := &Aanvaardbaarheidstoets{
		Reden:             l.tekst(v.veld("reden"), verhaal),
		Woonlast:          l.bedrag(v.veld("woonlast")),
		Huurtoeslag:       l.bedragOfNiets(v.veld("huurtoeslag")),
		Zorgpremie:        l.bedrag(v.veld("zorgpremie")),
		Zorgtoeslag:       l.bedragOfNiets(v.veld("zorgtoeslag")),
		OverigeZorgkosten: l.bedragOfNiets(v.veld("overige_zorgkosten")),
		Bijstandsnorm:     l.bedragOfNiets(v.veld("bijstandsnorm")),
		Wooncomponent:     l.bedragOfNiets(v.veld("wooncomponent")),
		Normpremie:        l.bedragOfNiets(v.veld("normpremie")),
	}
	l.herkomst(v, &t.Woonlast, t.Huurtoeslag, &t.Zorgpremie, t.Zorgtoeslag, t.OverigeZorgkosten,
		t.Bijstandsnorm, t.Wooncomponent, t.Normpremie)
	return t
}

// anderGezin reads the children of one family outside this case.
func (l *lezer) anderGezin(k knoop) AnderGezin {
	v := l.mapping(k, &vormAnderGezin)
	g := AnderGezin{
		Omschrijving:      l.tekst(v.veld("omschrijving"), label),
		Aantal:            l.aantal(v.veld("aantal")),
		Stiefkinderen:     l.ja(v.veld("stiefkinderen")),
		Behoefte:          l.bedrag(v.veld("behoefte")),
		AndereDraagkracht: l.bedrag(v.veld("draagkracht_anderen")),
	}
	l.herkomst(v, &g.Behoefte, &g.AndereDraagkracht)
	return g
}

// bijzondereKost reads one exceptional cost of a child.
func (l *lezer) bijzondereKost(k knoop) BijzondereKost {
	v := l.mapping(k, &vormBijzondereKost)
	b := BijzondereKost{
		Omschrijving: l.tekst(v.veld("omschrijving"), label),
		Kosten:       l.kosten(v),
	}
	if voor := v.veld("voor_scheiding"); voor.aanwezig() {
		kosten := l.kosten(l.mapping(voor, &vormKosten))
		b.VoorScheiding = &kosten
		l.kostenVoorScheiding = append(l.kostenVoorScheiding, voor)
	}
	return b
}

func (l *lezer) kosten(v velden) Kosten {
	k := Kosten{
		Bedrag:         l.bedrag(v.veld("bedrag")),
		Tegemoetkoming: l.bedragOfNiets(v.veld("tegemoetkoming")),
	}
	l.herkomst(v, &k.Bedrag, k.Tegemoetkoming)
	return k
}
