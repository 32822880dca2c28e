package xlsx

import (
	"strings"
	"testing"
	"time"

	"annex/calc/sheet"
	"annex/norms"

	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

var publicatie2025 = &norms.Publicatie{
	Reeks: "proef", Titel: "Proefnormen 2025", File: "proef_2025.yaml", SHA256: "0123456789abcdef",
	From:  time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC),
	Until: time.Date(2025, 12, 31, 0, 0, 0, 0, time.UTC),
}

// figure makes a published figure for a test.
func figure(id, amount string, unit sheet.Unit) norms.Value {
	return norms.Value{
		ID: "proef." + id, Label: id, Amount: dec(amount), Unit: string(unit), Status: norms.Bevestigd,
		Source: norms.Source{Document: "Proefrapport 2025", Vindplaats: "par. 1"}, Publicatie: publicatie2025,
	}
}

// table makes a published table for a test, with a key and one column.
func table(id string, keyUnit, unit sheet.Unit, rows ...[2]string) norms.Table {
	t := norms.Table{
		ID: "proef_" + id, Label: "proeftabel " + id, Publicatie: publicatie2025,
		Columns: []norms.Column{{ID: "vanaf", Label: "vanaf", Unit: string(keyUnit)}, {ID: "waarde", Label: "waarde", Unit: string(unit)}},
		Source:  norms.Source{Document: "Proefrapport 2025", Vindplaats: "bijlage 4"},
	}
	for _, r := range rows {
		t.Rows = append(t.Rows, []norms.Cell{{Amount: dec(r[0]), Status: norms.Bevestigd}, {Amount: dec(r[1]), Status: norms.Bevestigd}})
	}
	return t
}

// vocabulary is what the spelling tests write formulas with.
type vocabulary struct {
	scope              sheet.Scope
	a, b, c            sheet.Expr // inputs of money
	perc               sheet.Expr // input of a percentage
	vraag              sheet.Expr // input of ja/nee
	norm               sheet.Expr
	rond, ruw          sheet.Expr // lines: rounded to cents, and not rounded
	janee              sheet.Expr // line of ja/nee that is a truth
	telling            sheet.Expr // line of ja/nee that is a sum
	tabel, een, banden *sheet.Table
}

func TestEveryOperatorHasItsSpelling(t *testing.T) {
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "proef", Soort: "proef", Titel: "Proef"}, "proef")
	money := func(id, value string) sheet.Expr {
		return sc.Input(sheet.Input{ID: id, Label: id, Unit: sheet.EURPerMaand, Value: dec(value)})
	}
	v := vocabulary{scope: sc, a: money("a", "165"), b: money("b", "2"), c: money("c", "3")}
	v.perc = sc.Input(sheet.Input{ID: "perc", Label: "percentage", Unit: sheet.Percentage, Value: dec("70")})
	v.vraag = sc.Input(sheet.Input{ID: "vraag", Label: "vraag", Unit: sheet.JaNee, Value: dec("1")})
	v.norm = sc.Norm(figure("norm", "1310", sheet.EURPerMaand))
	v.rond = sc.Add(sheet.Line{ID: "rond", Label: "rond", Unit: sheet.EURPerMaand, Expr: v.perc.Times(v.a).Round(2)})
	v.ruw = sc.Add(sheet.Line{ID: "ruw", Label: "ruw", Unit: sheet.EURPerMaand, Expr: v.perc.Times(v.a)})
	v.janee = sc.Add(sheet.Line{ID: "janee", Label: "janee", Unit: sheet.JaNee, Expr: sheet.Truth(v.a.MoreThan(v.b))})
	v.telling = sc.Add(sheet.Line{ID: "telling", Label: "telling", Unit: sheet.JaNee, Expr: v.vraag.Plus(v.janee)})
	v.tabel = sc.Table(table("tabel", sheet.EURPerMaand, sheet.EURPerMaand, [2]string{"0", "10"}, [2]string{"100", "20"}, [2]string{"200", "40"}))
	v.een = sc.Table(table("een", sheet.EURPerMaand, sheet.EURPerMaand, [2]string{"0", "10"}))
	v.banden = sc.Table(table("banden", sheet.Aantal, sheet.Percentage, [2]string{"0", "5"}, [2]string{"2", "15"}))

	janee := func(e sheet.Expr) sheet.Cond { return e.IsYes() }
	truth := func(c sheet.Cond) sheet.Expr { return sheet.Truth(c) }
	type spelling struct {
		name string
		unit sheet.Unit
		expr sheet.Expr
		want string
	}
	const eur = sheet.EURPerMaand
	cases := []spelling{
		// Leaves.
		{"literal nil", eur, sheet.Zero, `0`},
		{"literal", sheet.Getal, sheet.Twelve, `12`},
		{"count", sheet.Aantal, sheet.Count(3), `3`},
		{"negative count", sheet.Getal, sheet.One.Minus(sheet.Count(-3)), `1-(-3)`},
		{"input", eur, v.a, `invoer_proef_a`},
		{"input of ja/nee", sheet.JaNee, v.vraag, `IF(invoer_proef_vraag="ja",1,0)`},
		{"norm", eur, v.norm, `norm_proef_2025_norm`},
		{"line", eur, v.rond, `proef_rond`},
		{"line of ja/nee", sheet.JaNee, v.janee, `proef_janee`},

		// Arithmetic.
		{"sum", eur, v.a.Plus(v.b, v.c), `invoer_proef_a+invoer_proef_b+invoer_proef_c`},
		{"sum of nothing", eur, sheet.Sum(), `0`},
		{"sum of a choice", eur, v.a.Plus(sheet.If(v.vraag.IsYes(), v.b, v.c)), `invoer_proef_a+IF(invoer_proef_vraag="ja",invoer_proef_b,invoer_proef_c)`},
		{"difference", eur, v.a.Minus(v.b), `invoer_proef_a-invoer_proef_b`},
		{"difference of a sum", eur, v.a.Minus(v.b.Plus(v.c)), `invoer_proef_a-(invoer_proef_b+invoer_proef_c)`},
		{"difference of a difference", eur, v.a.Minus(v.b.Minus(v.c)), `invoer_proef_a-(invoer_proef_b-invoer_proef_c)`},
		{"product", eur, v.perc.Times(v.a), `invoer_proef_perc*invoer_proef_a`},
		{"product of a sum", eur, v.perc.Times(v.a.Minus(v.b)), `invoer_proef_perc*(invoer_proef_a-invoer_proef_b)`},
		{"sum times", eur, v.a.Minus(v.b).Times(v.perc), `(invoer_proef_a-invoer_proef_b)*invoer_proef_perc`},
		{"quotient", sheet.Getal, v.a.Over(v.b), `invoer_proef_a/invoer_proef_b`},
		{"quotient of quotients", sheet.Getal, v.a.Over(v.b).Over(v.b.Over(v.c)), `invoer_proef_a/invoer_proef_b/(invoer_proef_b/invoer_proef_c)`},
		{"quotient by a product", sheet.Getal, v.a.Over(v.perc.Times(v.b)), `invoer_proef_a/(invoer_proef_perc*invoer_proef_b)`},

		// Bounds: a cleared input counts as nil, not as absent.
		{"floor", eur, v.rond.AtLeast(sheet.Zero), `MAX(proef_rond,0)`},
		{"ceiling", eur, v.rond.AtMost(v.norm), `MIN(proef_rond,norm_proef_2025_norm)`},
		{"ceiling of an input", eur, v.a.AtMost(v.b), `MIN(0+invoer_proef_a,0+invoer_proef_b)`},
		{"ceiling of ja/nee", sheet.JaNee, v.vraag.AtMost(v.janee), `MIN(IF(invoer_proef_vraag="ja",1,0),proef_janee)`},

		// Rounding: noise first, unless the operand is exact.
		{"round an input", eur, v.a.Round(2), `ROUND(invoer_proef_a,2)`},
		{"round a rounded line", eur, v.rond.Round(0), `ROUND(proef_rond,0)`},
		{"round an unrounded line", eur, v.ruw.Round(0), `ROUND(ROUND(proef_ruw,8),0)`},
		{"round a product", eur, v.perc.Times(v.a).Round(0), `ROUND(ROUND(invoer_proef_perc*invoer_proef_a,8),0)`},
		{"round a sum of exact figures", eur, v.rond.Plus(v.norm).Round(0), `ROUND(ROUND(proef_rond+norm_proef_2025_norm,8),0)`},

		{"round down", eur, v.perc.Times(v.a).RoundDown(), `ROUNDDOWN(ROUND(invoer_proef_perc*invoer_proef_a,8),0)`},
		{"round up a rounded line", eur, v.rond.RoundUp(), `ROUNDUP(proef_rond,0)`},

		// Choice and tables.
		{"choice", eur, sheet.If(v.a.MoreThan(v.b), v.a, sheet.Zero), `IF(invoer_proef_a>invoer_proef_b,invoer_proef_a,0)`},
		{"look-up", eur, sheet.Lookup(v.tabel, 1, v.rond), `INDEX(tabel_proef_2025_tabel_waarde,MATCH(MAX(proef_rond,INDEX(tabel_proef_2025_tabel_vanaf,1)),tabel_proef_2025_tabel_vanaf,1))`},
		{"look-up of the key", eur, sheet.Lookup(v.tabel, 0, v.rond), `INDEX(tabel_proef_2025_tabel_vanaf,MATCH(MAX(proef_rond,INDEX(tabel_proef_2025_tabel_vanaf,1)),tabel_proef_2025_tabel_vanaf,1))`},
		{"look-up with an input", eur, sheet.Lookup(v.tabel, 1, v.a), `INDEX(tabel_proef_2025_tabel_waarde,MATCH(MAX(0+invoer_proef_a,INDEX(tabel_proef_2025_tabel_vanaf,1)),tabel_proef_2025_tabel_vanaf,1))`},
		{"look-up with an unrounded key", sheet.Percentage, sheet.Lookup(v.banden, 1, v.a.Over(v.b)), `INDEX(tabel_proef_2025_banden_waarde,MATCH(MAX(ROUND(invoer_proef_a/invoer_proef_b,8),INDEX(tabel_proef_2025_banden_vanaf,1)),tabel_proef_2025_banden_vanaf,1))`},
		{"look-up above", eur, sheet.LookupAbove(v.tabel, 1, v.rond), `INDEX(tabel_proef_2025_tabel_waarde,MAX(1,SUMPRODUCT((tabel_proef_2025_tabel_vanaf<proef_rond)*1)))`},
		{"interpolation", eur, sheet.Interpolate(v.tabel, 1, v.rond), `IF(proef_rond<=INDEX(tabel_proef_2025_tabel_vanaf,1),INDEX(tabel_proef_2025_tabel_waarde,1),` +
			`IF(proef_rond>=INDEX(tabel_proef_2025_tabel_vanaf,3),INDEX(tabel_proef_2025_tabel_waarde,3),` +
			`INDEX(tabel_proef_2025_tabel_waarde,MATCH(proef_rond,tabel_proef_2025_tabel_vanaf,1))` +
			`+(proef_rond-INDEX(tabel_proef_2025_tabel_vanaf,MATCH(proef_rond,tabel_proef_2025_tabel_vanaf,1)))` +
			`/(INDEX(tabel_proef_2025_tabel_vanaf,MATCH(proef_rond,tabel_proef_2025_tabel_vanaf,1)+1)-INDEX(tabel_proef_2025_tabel_vanaf,MATCH(proef_rond,tabel_proef_2025_tabel_vanaf,1)))` +
			`*(INDEX(tabel_proef_2025_tabel_waarde,MATCH(proef_rond,tabel_proef_2025_tabel_vanaf,1)+1)-INDEX(tabel_proef_2025_tabel_waarde,MATCH(proef_rond,tabel_proef_2025_tabel_vanaf,1)))))`},
		{"interpolation in one row", eur, sheet.Interpolate(v.een, 1, v.a.Minus(v.b)), `INDEX(tabel_proef_2025_een_waarde,1)`},
		{"truth", sheet.JaNee, truth(v.a.MoreThan(v.b)), `IF(invoer_proef_a>invoer_proef_b,1,0)`},

		// Conditions.
		{"yes of an input", sheet.JaNee, truth(janee(v.vraag)), `IF(invoer_proef_vraag="ja",1,0)`},
		{"yes of a line", sheet.JaNee, truth(janee(v.janee)), `IF(proef_janee<>0,1,0)`},
		{"yes of a line that is a sum", sheet.JaNee, truth(janee(v.telling)), `IF(ROUND(proef_telling,8)<>0,1,0)`},
		{"yes of a truth", sheet.JaNee, truth(janee(truth(v.a.LessThan(v.b)))), `IF(IF(invoer_proef_a<invoer_proef_b,1,0)<>0,1,0)`},
		{"yes of a choice", sheet.JaNee, truth(janee(sheet.If(v.a.LessThan(v.b), v.vraag, v.janee))), `IF(ROUND(IF(invoer_proef_a<invoer_proef_b,IF(invoer_proef_vraag="ja",1,0),proef_janee),8)<>0,1,0)`},
		{"more", sheet.JaNee, truth(v.a.MoreThan(v.norm)), `IF(invoer_proef_a>norm_proef_2025_norm,1,0)`},
		{"less", sheet.JaNee, truth(v.a.LessThan(v.norm)), `IF(invoer_proef_a<norm_proef_2025_norm,1,0)`},
		{"not less", sheet.JaNee, truth(v.a.NotLessThan(v.norm)), `IF(invoer_proef_a>=norm_proef_2025_norm,1,0)`},
		{"not more", sheet.JaNee, truth(v.a.NotMoreThan(v.norm)), `IF(invoer_proef_a<=norm_proef_2025_norm,1,0)`},
		{"compare what is not exact", sheet.JaNee, truth(v.rond.Plus(v.b).MoreThan(v.ruw)), `IF(ROUND(proef_rond+invoer_proef_b,8)>ROUND(proef_ruw,8),1,0)`},
		{"compare ja/nee", sheet.JaNee, truth(v.vraag.MoreThan(v.janee)), `IF(IF(invoer_proef_vraag="ja",1,0)>proef_janee,1,0)`},
		{"and", sheet.JaNee, truth(v.a.MoreThan(v.b).And(v.vraag.IsYes())), `IF(AND(invoer_proef_a>invoer_proef_b,invoer_proef_vraag="ja"),1,0)`},
		{"or", sheet.JaNee, truth(v.a.MoreThan(v.b).Or(v.vraag.IsYes())), `IF(OR(invoer_proef_a>invoer_proef_b,invoer_proef_vraag="ja"),1,0)`},
		{"not", sheet.JaNee, truth(sheet.Not(v.vraag.IsYes())), `IF(NOT(invoer_proef_vraag="ja"),1,0)`},
	}
	sec := s.Section(sheet.Section{ID: "gevallen", Soort: "proef", Titel: "Gevallen"}, "geval")
	for i, c := range cases {
		sec.Add(sheet.Line{ID: "regel" + string(rune('a'+i/26)) + string(rune('a'+i%26)), Label: c.name, Unit: c.unit, Expr: c.expr})
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	d := dialect{Names(r)}
	lines := r.Lines(r.Sections()[1])
	for i, c := range cases {
		if got := sheet.Spell(lines[i].Line, d); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// Cells that stand side by side are a range; other cells are ranked without one.
func TestRanked(t *testing.T) {
	d := dialect{map[string]string{"a,b": "a_b_lijst"}}
	for _, c := range []struct{ cells, want string }{
		{"a,b", "SMALL(a_b_lijst,2)"},
		{"b,a", "MAX(IF((a<b)+0<2,b,MIN(b,a)),IF((b<a)+0<2,a,MIN(b,a)))"},
		{"C5,C6,C7", "SMALL(C5:C7,2)"},
		{"$Y" + plaats + ",$Z" + plaats + ",$AA" + plaats, "SMALL($Y" + plaats + ":$AA" + plaats + ",2)"},
		{plaats + "$9," + plaats + "$10", "SMALL(" + plaats + "$9:" + plaats + "$10,2)"},
		{"'Wat als'!$C$5,'Wat als'!$C$6", "SMALL('Wat als'!$C$5:$C$6,2)"},
		{"C5,C7", "MAX(IF((C7<C5)+0<2,C5,MIN(C5,C7)),IF((C5<C7)+0<2,C7,MIN(C5,C7)))"},
		{"C6,C5", "MAX(IF((C5<C6)+0<2,C6,MIN(C6,C5)),IF((C6<C5)+0<2,C5,MIN(C6,C5)))"},
		{"C5,D6", "MAX(IF((D6<C5)+0<2,C5,MIN(C5,D6)),IF((C5<D6)+0<2,D6,MIN(C5,D6)))"},
		{"Een!C5,Twee!C6", "MAX(IF((Twee!C6<Een!C5)+0<2,Een!C5,MIN(Een!C5,Twee!C6)),IF((Een!C5<Twee!C6)+0<2,Twee!C6,MIN(Een!C5,Twee!C6)))"},
	} {
		var list []sheet.Phrase
		for _, cell := range strings.Split(c.cells, ",") {
			list = append(list, atom(cell))
		}
		if got := d.Ranked(2, "", list).Text; got != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.cells, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	n := namer{taken: map[string]bool{nameChanges: true}, byID: map[string]string{}}
	for _, tc := range []struct{ id, want string }{
		{"vader.draagkracht", "vader_draagkracht"},
		{"p1.vader.draagkracht", "p1_vader_draagkracht"},
		{"behoefte", "behoefte"},
		// Two ids with one spelling.
		{"noor.zorg_x", "noor_zorg_x"},
		{"noor_zorg.x", "noor_zorg_x_2"},
		{"noor.zorg.x", "noor_zorg_x_3"},
		{"gewijzigde.invoer", "gewijzigde_invoer_2"},
		// What a program would read as a cell or a truth value.
		{"p1", "regel_p1"}, {"ab12", "regel_ab12"}, {"xfd1048576", "regel_xfd1048576"},
		{"r1c1", "regel_r1c1"}, {"r", "regel_r"}, {"c", "regel_c"}, {"k", "regel_k"}, {"r12", "regel_r12"}, {"r1k1", "regel_r1k1"},
		{"waar", "regel_waar"}, {"true", "regel_true"},
		{"abcd12", "abcd12"}, {"r_1", "r_1"}, {"rente", "rente"}, {"kind1", "kind1"},
	} {
		n.add(tc.id)
		if got := n.byID[tc.id]; got != tc.want {
			t.Errorf("name of %s = %s, want %s", tc.id, got, tc.want)
		}
	}
}
