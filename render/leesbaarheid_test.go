package render_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"annex/render"
	"annex/templates"
)

// How easy a text is to read, for the texts that a parent reads. The measure is that of
// Flesch with the weights that Douma found for Dutch (W.H. Douma, De leesbaarheid van
// landbouwbladen, Wageningen 1960):
//
//	206,84 − 0,77 × syllables per 100 words − 0,93 × words per sentence
//
// 60 and more is plain ("standaard" and easier). For B1, guides of the Dutch government
// for its own texts ask for sentences of 10 to 15 words on average. A word of more
// than 12 letters is long.
//
// An amount, a date and another figure counts as a word of its sentence, but not for
// syllables: how it is read aloud says nothing of how hard it is. Terms of art that the
// word list explains count the same way, and not as long words: there is no other word
// for them.
type leesbaarheid struct {
	zinnen, woorden      int
	gewoon, lettergrepen int // words that are no figure and no term of art
	lang                 int
	langste              string // the longest sentence
	woordenLangste       int
	langeWoorden         []string
}

func (l *leesbaarheid) zinslengte() float64 { return float64(l.woorden) / float64(l.zinnen) }

func (l *leesbaarheid) flesch() float64 {
	return 206.84 - 0.77*100*float64(l.lettergrepen)/float64(l.gewoon) - 0.93*l.zinslengte()
}

func (l *leesbaarheid) aandeelLang() float64 { return float64(l.lang) / float64(l.gewoon) }

// lees adds a text.
func (l *leesbaarheid) lees(text string, termen []string) {
	for _, zin := range zinnen(text) {
		n := 0
		for _, w := range strings.Fields(zin) {
			w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if w == "" {
				continue
			}
			n++
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
		if n > l.woordenLangste {
			l.woordenLangste, l.langste = n, zin
		}
	}
}

// zinnen splits a text where a sentence ends: at a full stop, a question mark, a colon
// or a semicolon before a space. Those inside a figure or behind one letter, as in
// "B. Jansen", end nothing.
func zinnen(text string) []string {
	var out []string
	begin := 0
	runes := []rune(strings.ReplaceAll(text, "\u00a0", " "))
	for i, r := range runes {
		if !strings.ContainsRune(".?!:;", r) || i+1 < len(runes) && runes[i+1] != ' ' {
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
// vowels make.
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

// Syllables as in the hyphenation of the Groene Boekje.
func TestLettergrepen(t *testing.T) {
	for w, want := range map[string]int{
		"kind": 1, "kosten": 2, "betalen": 3, "ouders": 2, "geïndexeerd": 4, "alimentatie": 5, "moeder": 2, "leeuw": 1, "mooie": 2, "ruzie": 2, "inkomen": 3, "tweeën": 2, "financieel": 4, "niet": 1,
	} {
		if got := lettergrepen(w); got != want {
			t.Errorf("%s: %d, want %d", w, got, want)
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

// TestVoorOudersLeesbaar measures what a parent reads of every golden case: the
// explanation, what changes if something does, and the meaning of words.
func TestVoorOudersLeesbaar(t *testing.T) {
	const (
		langsteGemiddeld = 15.0 // words per sentence
		minsteFlesch     = 60.0
		meesteLang       = 0.04 // of the words
		langsteZin       = 30   // words
	)
	sjabloon := templates.Standaard().Lezer(templates.Ouder)
	var termen []string
	for _, w := range sjabloon.Woorden.Lijst {
		for _, vorm := range append([]string{w.Woord}, w.Vormen...) {
			termen = append(termen, strings.Fields(strings.ToLower(vorm))...)
		}
	}
	alleen := *sjabloon
	alleen.Hoofdstukken = slices.DeleteFunc(slices.Clone(sjabloon.Hoofdstukken), func(h templates.Hoofdstuk) bool {
		return !slices.ContainsFunc(h.Delen, func(d string) bool { return slices.Contains([]string{"uitleg", "watals", "woorden"}, d) })
	})
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
				// the measure too kind.
				if strings.ContainsAny(text[max(0, len(text)-1):], ".?") {
					l.lees(text, termen)
				}
			}
		}
		if x := l.zinslengte(); x > langsteGemiddeld {
			t.Errorf("%s: %.1f words per sentence", naam, x)
		}
		if x := l.flesch(); x < minsteFlesch {
			t.Errorf("%s: Flesch-Douma %.0f", naam, x)
		}
		if x := l.aandeelLang(); x > meesteLang {
			slices.Sort(l.langeWoorden)
			t.Errorf("%s: %.1f%% of the words is long: %v", naam, 100*x, slices.Compact(l.langeWoorden))
		}
		if l.woordenLangste > langsteZin {
			t.Errorf("%s: a sentence of %d words: %s", naam, l.woordenLangste, l.langste)
		}
	}
}
