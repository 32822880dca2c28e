package zaak

import "strings"

// synoniemen are words people use for keys and values that look nothing like
// them, or more like another.
var synoniemen = map[string]string{
	"kgb":                       "kindgebonden_budget",
	"bruto_inkomen":             "inkomen",
	"brutoloon":                 "bruto",
	"salaris":                   "bruto",
	"brutosalaris":              "bruto",
	"auto":                      "bijtelling_auto",
	"hypotheekrente":            "eigen_woning",
	"hypotheek":                 "eigen_woning",
	"aov":                       "inkomensvoorzieningen",
	"lijfrentepremie":           "inkomensvoorzieningen",
	"onregelmatigheidstoeslag":  "extra",
	"ort":                       "extra",
	"bonus":                     "extra",
	"freelance":                 "overige_werkzaamheden",
	"onderneming":               "winst",
	"4_weken":                   "vier_weken",
	"werkgever":                 "omschrijving",
	"partner":                   "toeslagpartner",
	"netto_besteedbaar_inkomen": "nbi",
	"geboortedatum":             "geboren",
	"ingangsdatum":              "vanaf",
	"startdatum":                "vanaf",
	"hoofdverblijfplaats":       "hoofdverblijf",
	"dagen":                     "dagen_per_week",
	"zorgkorting":               "percentage",
	"rechtbank":                 "gerecht",
	"wetsvoorstel":              "wetsvoorstel_34154",
	"34154":                     "wetsvoorstel_34154",
	"34_154":                    "wetsvoorstel_34154",
	"nachten":                   "nachten_per_jaar",
	"overnachtingen":            "nachten_per_jaar",
	"notitie":                   "toelichting",
	"opmerking":                 "toelichting",
	"productie":                 "bron",
	"bewijs":                    "bron",
	"collegegeld":               "lesgeld",
	"hbo":                       "hbo_wo",
	"wo":                        "hbo_wo",
	"thuiswonend":               "thuis",
	"uitwonend":                 "zelfstandig",
}

// maxGelijkenis is the length beyond which a word is no slip of a known one.
const maxGelijkenis = 40

// meestGelijkend finds the word that was probably meant.
func meestGelijkend(woord string, keuze []string) (string, bool) {
	if len(woord) > maxGelijkenis {
		return "", false
	}
	woord = gelijkgetrokken.Replace(strings.ToLower(strings.TrimSpace(woord)))
	beste, afstandBeste := "", maxGelijkenis
	for _, k := range keuze {
		if synoniemen[woord] == k {
			return k, true
		}
		d := afstand(woord, k)
		if d <= max(1, len(k)/3) && d < len(k) && d < afstandBeste {
			beste, afstandBeste = k, d
		}
	}
	return beste, beste != ""
}

var gelijkgetrokken = strings.NewReplacer("-", "_", " ", "_", "\u00a0", "")

// afstand is the Damerau-Levenshtein distance (optimal string alignment): how
// many letters to add, drop, change or swap with their neighbour.
func afstand(a, b string) int {
	p, q := []rune(a), []rune(b)
	d := make([][]int, len(p)+1)
	for i := range d {
		d[i] = make([]int, len(q)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(p); i++ {
		for j := 1; j <= len(q); j++ {
			kosten := 1
			if p[i-1] == q[j-1] {
				kosten = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+kosten)
			if i > 1 && j > 1 && p[i-1] == q[j-2] && p[i-2] == q[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(p)][len(q)]
}
