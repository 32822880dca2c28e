package zaak

// behoefte reads how the eigen aandeel of the children is found.
func (l *lezer) behoefte(k knoop) Behoefte {
	v := l.mapping(k, &vormBehoefte)
	wetsvoorstel, wv := l.wetsvoorstelBehoefte(v.veld("wetsvoorstel"))
	l.controleerManieren(k, v, wv)
	if (v.op != nil || !k.aanwezig()) && !v.veld("gezinsinkomen").aanwezig() {
		for _, kosten := range l.kostenVoorScheiding {
			l.meldOp(kosten.kop(), Probleem{Code: codeNietSamen,
				Melding:    "Kosten van voor de scheiding gaan van het gezinsinkomen af; een gezinsinkomen is niet opgegeven.",
				Toegestaan: "voor_scheiding alleen bij behoefte.gezinsinkomen"})
		}
	}
	vast, jaar := l.vastgesteld(v.veld("vastgesteld"), &vormVastgesteld)
	l.tijdlijn.jaar = jaar
	return Behoefte{
		Gezinsinkomen:     l.gezinsinkomen(v.veld("gezinsinkomen")),
		NooitSamengewoond: l.nooitSamengewoond(v.veld("nooit_samengewoond")),
		Vastgesteld:       vast,
		Wetsvoorstel:      wetsvoorstel,
	}
}

func (l *lezer) gezinsinkomen(k knoop) *Gezinsinkomen {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormGezinsinkomen)
	l.tijdlijn.peildatum = l.datum(v.veld("peildatum"))
	g := l.gezin(v, l.tijdlijn.peildatum)
	g.Stijging = l.stijging(v.veld("stijging"))
	return &g
}

// gezin reads the incomes of both while they were together.
func (l *lezer) gezin(v velden, peildatum datum) Gezinsinkomen {
	l.inkomenOp = peildatum
	g := Gezinsinkomen{
		Peildatum:          peildatum.Time,
		Ouders:             make(map[string]Inkomen, 2),
		KindgebondenBudget: l.bedragOfNiets(v.veld("kindgebonden_budget")),
	}
	for _, ouder := range v.ouders {
		v := l.mapping(ouder.knoop, &vormGezinslid)
		i := l.inkomenZonderKGB(ouder.knoop, v)
		l.herkomst(v, &i.NBI)
		g.Ouders[ouder.id] = i
	}
	return g
}

func (l *lezer) nooitSamengewoond(k knoop) *NooitSamengewoond {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormNooitSamengewoond)
	l.tijdlijn.peildatum = l.datum(v.veld("peildatum"))
	l.inkomenOp = l.tijdlijn.peildatum
	return &NooitSamengewoond{
		Peildatum: l.tijdlijn.peildatum.Time,
		Ouders:    l.inkomens(v),
		Stijging:  l.stijgingApart(v.veld("stijging")),
	}
}

// inkomens reads the incomes of both parents who are no family.
func (l *lezer) inkomens(v velden) map[string]Inkomen {
	inkomens := make(map[string]Inkomen, 2)
	for _, ouder := range v.ouders {
		inkomens[ouder.id] = l.inkomen(ouder.knoop, l.mapping(ouder.knoop, &vormInkomen))
	}
	return inkomens
}

func (l *lezer) stijging(k knoop) *Stijging {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormStijging)
	l.tijdlijn.stijging = l.datum(v.veld("peildatum"))
	l.inkomenOp = l.tijdlijn.stijging
	return &Stijging{
		Inkomen:   l.inkomen(k, v),
		Ouder:     l.ouderVerwijzing(v.veld("ouder")),
		Peildatum: l.tijdlijn.stijging.Time,
	}
}

func (l *lezer) stijgingApart(k knoop) *StijgingApart {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormStijgingApart)
	l.tijdlijn.stijging = l.datum(v.veld("peildatum"))
	l.inkomenOp = l.tijdlijn.stijging
	return &StijgingApart{
		Ouder:       l.ouderVerwijzing(v.veld("ouder")),
		Peildatum:   l.tijdlijn.stijging.Time,
		GenotenKGB:  l.bedragOfNiets(v.veld("genoten_kindgebonden_budget")),
		OntvangtKGB: l.ja(v.veld("ontvangt_kindgebonden_budget")),
		Ouders:      l.inkomens(v),
	}
}

// vastgesteld reads a stated need: the eigen aandeel of all children, or the need
// of one person.
func (l *lezer) vastgesteld(k knoop, vorm *vorm) (*Vastgesteld, jaartal) {
	if !k.aanwezig() {
		return nil, jaartal{}
	}
	v := l.mapping(k, vorm)
	vast := &Vastgesteld{
		Bedrag: l.bedrag(v.veld("bedrag")),
		Jaar:   l.jaar(v.veld("jaar")),
		Reden:  l.tekst(v.veld("reden"), verhaal),
	}
	l.herkomst(v, &vast.Bedrag)
	return vast, jaartal{vast.Jaar, v.veld("jaar").plek()}
}
