package inkomen_test

import (
	"testing"

	"annex/calc/inkomen"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

func bench(b *testing.B, o inkomen.Opdracht) {
	b.Helper()
	set := normen(b)
	b.ReportAllocs()
	for b.Loop() {
		s := sheet.New()
		if _, err := inkomen.Beschrijf(s, set, o); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Evaluate(sheet.Receipt{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEmployee(b *testing.B) {
	w := zaak.Loon{
		Soort: zaak.LoonDienst, Omschrijving: "loon", Tijdvak: zaak.TijdvakMaand, Bruto: euro(3500), DertiendeMaand: euro(3500), Pensioenpremie: euro(150), IsArbeid: true,
	}
	bench(b, persoon(2025, totAOW, zaak.Inkomensopbouw{Loon: []zaak.Loon{w}}))
}

func BenchmarkEntrepreneur(b *testing.B) {
	o := zaak.Inkomensopbouw{
		Winst: &zaak.Winst{
			Jaren: []zaak.Winstjaar{{Jaar: 2022, Winst: *euro(48000)}, {Jaar: 2023, Winst: *euro(61000)}, {Jaar: 2024, Winst: *euro(85000)}}, Uitgangspunt: zaak.WinstGemiddelde,
			Zelfstandigenaftrek: true, Startersaftrek: true,
		},
		Voorzieningen: []zaak.Jaarpost{{Omschrijving: "aov", Bedrag: *euro(3000)}},
		Vermogen:      &zaak.Vermogen{Banktegoeden: euro(80000), OverigeBezittingen: euro(40000), Schulden: euro(20000)},
	}
	bench(b, persoon(2025, totAOW, o))
}
