package render_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"annex/render"
	"annex/templates"
)

// How easy a text is to read, for the texts that a parent reads. The measure is that of
// Flesch with the weights that Douma found for Dutch (W.H. Douma, De leesbaarheid van
// landbouwbladen: een onderzoek naar en een toepassing van leesbaarheidsformules,
// Wageningen 1960):
//
//	206,84 − 0,77 × syllables per 100 words − 0,93 × words per sentence
//
// In Douma's table 60 to 70 is "normaal", 70 to 80 "tamelijk gemakkelijk" and more
// "gemakkelijk". There is no official figure for B1: the Dutch government asks of B1
// texts common words and short, active sentences (CommunicatieRijk, Taalniveau B1)
// and gives no number. Writing guides for B1 give 10 to 15 words per sentence on
// average. The bounds below are ours, and stay inside that. A word of more than 12
// letters is long.
//
// A formula knows nothing of what a text says: it keeps long sentences and long words
// out, and does not show that a parent understands it.
//
// An amount, a date and another figure counts as a word of its sentence, but not for
// syllables: how it is read aloud says nothing of how hard it is. Terms of art that the
// word list explains count the same way, and not as long words: there is no other word
// for them.
type leesbaarheid struct {
	zinnen, woorden      int
	gewoon, lettergrepen int // words that are no figure and no term of art
	lang                 int
	// The longest sentence, or part of one up to a colon or a semicolon: what is
	// enumerated is read one by one.
	langste        string
	woordenLangste int
	langeWoorden   []string
}

func (l *leesbaarheid) zinslengte() float64 { return float64(l.woorden) / float64(l.zinnen) }

func (l *leesbaarheid) flesch() float64 {
	return 206.84 - 0.77*100*float64(l.lettergrepen)/float64(l.gewoon) - 0.93*l.zinslengte()
}

func (l *leesbaarheid) aandeelLang() float64 { return float64(l.lang) / float64(l.gewoon) }

// lees adds a text.
func (l *leesbaarheid) lees(text string, termen []string) {
	for _, zin := range zinnen(text) {
		n, deel := 0, 0
		for _, w := range strings.Fields(zin) {
			eindeDeel := strings.ContainsAny(w[len(w)-1:], ":;")
			w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if w == "" {
				continue
			}
			n++
			if deel++; deel > l.woordenLangste {
				l.woordenLangste, l.langste = deel, zin
			}
			if eindeDeel {
				deel = 0
			}
			if strings.ContainsFunc(w, unicode.IsDigit) || slices.Contains(termen, strings.ToLower(w)) {
				continue
			}
			l.gewoon++
			l.lettergrepen += lettergrepen(w)
			const lang = 12
			if len([]rune(w)) > lang {
				l.lang++
				l.langeWoorden = append(l.langeWoorden, w)
			}
		}
		if n == 0 {
			continue
		}
		l.zinnen++
		l.woorden += n
	}
}

// zinnen splits a text where a sentence ends: at a full stop or a question mark before
// a space. Those inside a figure or behind one letter, as in
// "B. Jansen", end nothing.
func zinnen(text string) []string {
	var out []string
	begin := 0
	runes := []rune(strings.ReplaceAll(text, "\u00a0", " "))
	for i, r := range runes {
		if !strings.ContainsRune(".?!", r) || i+1 < len(runes) && runes[i+1] != ' ' {
			continue
		}
		if r == '.' && i >= 2 && unicode.IsLetter(runes[i-1]) && runes[i-2] == ' ' {
			continue
		}
		out = append(out, string(runes[begin:i+1]))
		begin = i + 1
	}
	return append(out, string(runes[begin:]))
}

// lettergrepen counts the syllables of a Dutch word: each group of vowels is one. A
// trema begins a new one, and so does a vowel behind one of the long sounds that three
// vowels make. Of some loanwords it is one off: museum (2), station (3).
func lettergrepen(w string) int {
	n := 0
	before := false
	groep := ""
	for _, r := range strings.ToLower(w) {
		is := strings.ContainsRune("aeiouyáéíóúàèâêîôûäëïöü", r)
		trema := strings.ContainsRune("äëïöü", r)
		if is && (!before || trema || !samen(groep+string(r))) {
			n++
			groep = ""
		}
		if is {
			groep += string(r)
		} else {
			groep = ""
		}
		before = is
	}
	return max(1, n)
}

// samen tells whether vowels make one sound in Dutch.
func samen(groep string) bool {
	return slices.Contains([]string{
		"aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "au", "ou", "ai", "oi", "ij", "ieu", "eeu", "aai", "ooi", "oei", "aau",
	}, groep)
}

// Counted by hand, with the hyphenation of the Groene Boekje.
func TestLettergrepen(t *testing.T) {
	for n, woorden := range map[int]string{
		1: "kind leeuw niet jaar vrouw reeds",
		2: "kosten ouders moeder mooie ruzie draagkracht netto nihil rechter tijdstip eeuwig geheel koeien buien premie jury",
		3: "betalen inkomen behoefte zorgkorting rekening uitkering woonbudget belasting bijdrage ziektewet bijstandsnorm duidelijk ideeën hypotheek theater actueel radio",
		4: "geïndexeerd tweeëntwintig financieel kindgebonden vergelijking minderjarig schuldsanering percentage ouderschapsplan beoordelen officieel situatie februari",
		5: "alimentatie jongmeerderjarig levensonderhoud gezinsinkomen",
		6: "studiefinanciering draagkrachtvergelijking",
	} {
		for _, w := range strings.Fields(woorden) {
			if got := lettergrepen(w); got != n {
				t.Errorf("%s: %d, want %d", w, got, n)
			}
		}
	}
}

func TestZinnen(t *testing.T) {
	got := zinnen("Dat is € 1.250,50 per maand. B. Jansen betaalt niets. Waarom? Zie hierna.")
	want := []string{"Dat is € 1.250,50 per maand.", " B. Jansen betaalt niets.", " Waarom?", " Zie hierna.", ""}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// overtredingen says which bounds a text does not keep to.
func (l *leesbaarheid) overtredingen() []string {
	const (
		langsteGemiddeld = 12.0 // words per sentence
		minsteFlesch     = 75.0
		meesteLang       = 0.03 // of the words
		langsteZin       = 26   // words
	)
	var out []string
	if x := l.zinslengte(); x > langsteGemiddeld {
		out = append(out, fmt.Sprintf("%.1f words per sentence", x))
	}
	if x := l.flesch(); x < minsteFlesch {
		out = append(out, fmt.Sprintf("Flesch-Douma %.0f", x))
	}
	if x := l.aandeelLang(); x > meesteLang {
		slices.Sort(l.langeWoorden)
		out = append(out, fmt.Sprintf("%.1f%% of the words is long: %v", 100*x, slices.Compact(l.langeWoorden)))
	}
	if l.woordenLangste > langsteZin {
		out = append(out, fmt.Sprintf("a sentence of %d words: %s", l.woordenLangste, l.langste))
	}
	return out
}

// Each bound is one that a text can break. The sentences are what a parent should not
// get to read.
func TestLeesbaarheidGrenzen(t *testing.T) {
	t.Parallel()
	goed := strings.Repeat("De vader kan € 217 per maand betalen. Dat is genoeg voor wat Noor kost. ", 10)
	for naam, tt := range map[string]struct{ erbij, want string }{
		"plain":         {"", ""},
		"long sentence": {"Als de moeder in een ander huis gaat wonen en de vader een dag per week meer werkt dan hij nu doet, dan wordt het bedrag dat hij aan haar betaalt weer anders.", "a sentence of "},
		"long words":    {strings.Repeat("Dat is de onderhoudsverplichting. ", 10), "of the words is long"},
		"many of both":  {strings.Repeat("Overeenkomstig de toepasselijke berekeningssystematiek dient de onderhoudsplichtige maandelijks een geïndexeerde onderhoudsbijdrage te voldoen aan de verzorgende ouder. ", 8), "Flesch-Douma"},
		"all long":      {strings.Repeat("De moeder en de vader gaan samen na wat zij elk per maand voor het kind over hebben. ", 60), "words per sentence"},
	} {
		var l leesbaarheid
		l.lees(goed+tt.erbij, nil)
		got := strings.Join(l.overtredingen(), "; ")
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q", naam, got)
		}
	}
}

// TestVoorOudersLeesbaar measures what a parent reads of every golden case: the
// outcome, the explanation, what changes if something does, and the meaning of words.
func TestVoorOudersLeesbaar(t *testing.T) {
	sjabloon := templates.Standaard().Lezer(templates.Ouder)
	var termen []string
	for _, w := range sjabloon.Woorden.Lijst {
		for _, vorm := range append([]string{w.Woord}, w.Vormen...) {
			termen = append(termen, strings.Fields(strings.ToLower(vorm))...)
		}
	}
	// The warnings are those for every reader.
	delen := []string{"uitkomst", "uitleg", "watals", "woorden"}
	alleen := *sjabloon
	alleen.Hoofdstukken = nil
	for _, h := range sjabloon.Hoofdstukken {
		h.Delen = slices.DeleteFunc(slices.Clone(h.Delen), func(d string) bool { return !slices.Contains(delen, d) })
		if len(h.Delen) > 0 {
			alleen.Hoofdstukken = append(alleen.Hoofdstukken, h)
		}
	}
	gelezen := map[string]bool{}
	var alle leesbaarheid
	minsteFlesch, langsteGemiddeld, meesteLang, zaken := 200.0, 0.0, 0.0, 0
	for naam, r := range iedereZaak(t) {
		if slices.Contains([]string{"vreemde-teksten", "lange-namen-en-letters"}, naam) {
			continue // mostly texts of the case file itself
		}
		d, err := render.Bijlage(r.Result, &alleen, r.watals)
		if err != nil {
			t.Fatal(err)
		}
		var l leesbaarheid
		for _, blok := range d.Blokken {
			for _, text := range render.Teksten(blok) {
				// Names in a figure and words in a table are no sentences, and would make
				// the measure too kind. What if somebody earns more is one without a stop.
				const zin = 7
				if strings.ContainsAny(text[max(0, len(text)-1):], ".?") || len(strings.Fields(text)) >= zin {
					l.lees(text, termen)
					alle.lees(text, termen)
				}
				for _, begin := range []string{"Vanaf ", "Wat een ouder kan betalen, heet draagkracht.", "Het netto inkomen (NBI) van ", "Is het netto inkomen", "Wat iemand kan betalen voor alimentatie."} {
					gelezen[begin] = gelezen[begin] || strings.HasPrefix(text, begin)
				}
			}
		}
		zaken++
		minsteFlesch, langsteGemiddeld, meesteLang = min(minsteFlesch, l.flesch()), max(langsteGemiddeld, l.zinslengte()), max(meesteLang, l.aandeelLang())
		for _, x := range l.overtredingen() {
			t.Errorf("%s: %s", naam, x)
		}
	}
	for begin, ok := range gelezen {
		if !ok {
			t.Errorf("no text begins with %q: is every part measured?", begin)
		}
	}
	t.Logf("%d cases; Flesch-Douma %.1f, lowest %.1f; words per sentence %.1f, highest %.1f; long words %.1f%%, highest %.1f%%; longest sentence %d: %s",
		zaken, alle.flesch(), minsteFlesch, alle.zinslengte(), langsteGemiddeld, 100*alle.aandeelLang(), 100*meesteLang, alle.woordenLangste, strings.TrimSpace(alle.langste))
}
