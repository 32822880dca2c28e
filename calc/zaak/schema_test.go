package zaak

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

// The reader and the schema know the same mappings with the same keys.
func TestSchemaKentDezelfdeSleutels(t *testing.T) {
	var s struct {
		Defs map[string]struct {
			Type              any
			Properties        map[string]map[string]any
			PatternProperties map[string]any
			Required          []string
			Additional        any `json:"additionalProperties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	for naam, def := range s.Defs {
		if def.Type == "object" && !slices.ContainsFunc(vormen, func(v *vorm) bool { return v.naam == naam }) {
			t.Errorf("het schema kent %s, de lezer niet", naam)
		}
	}
	for _, v := range vormen {
		def, ok := s.Defs[v.naam]
		if !ok {
			t.Errorf("het schema kent %s niet", v.naam)
			continue
		}
		var lezer, schema, moet []string
		for _, sl := range v.sleutels {
			lezer = append(lezer, sl.naam)
			if sl.eis == verplicht {
				moet = append(moet, sl.naam)
			}
		}
		for naam, def := range def.Properties {
			schema = append(schema, naam)
			if def["description"] == nil && def["$ref"] == nil {
				t.Errorf("%s.%s: geen beschrijving", v.naam, naam)
			}
		}
		slices.Sort(lezer)
		slices.Sort(schema)
		slices.Sort(moet)
		slices.Sort(def.Required)
		if !slices.Equal(lezer, schema) {
			t.Errorf("%s: de lezer kent %q, het schema %q", v.naam, lezer, schema)
		}
		if !slices.Equal(moet, def.Required) {
			t.Errorf("%s: de lezer eist %q, het schema %q", v.naam, moet, def.Required)
		}
		_, anders := def.Additional.(map[string]any)
		if opOuders := anders || def.PatternProperties != nil; opOuders != (v.ouders != geenOuders) {
			t.Errorf("%s: id's van ouders als sleutel: lezer %v, schema %v", v.naam, v.ouders != geenOuders, opOuders)
		}
		if def.Additional == nil {
			t.Errorf("%s: het schema laat elke sleutel toe", v.naam)
		}
	}
}

func TestSchemaKeurtGoed(t *testing.T) {
	schema := compileer(t)
	voorbeelden := map[string]string{
		"voorbeeld": string(Voorbeeld()), "schets": schets, "schets.json": schetsJSON, "basis": basis, "alles": alles, "apart": allesApart, "inkomen": allesInkomen,
		"partner": allesPartner, "wetsvoorstel": allesWetsvoorstel, "zonder kinderen": zonderKinderen,
	}
	bestanden, err := filepath.Glob("../../testdata/zaken/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bestanden {
		data, err := os.ReadFile(b)
		if err != nil {
			t.Fatal(err)
		}
		if _, problemen := Lees(b, data, Opties{}); problemen == nil {
			voorbeelden[b] = string(data)
		}
	}
	for naam, data := range voorbeelden {
		if err := schema.Validate(instantie(t, data)); err != nil {
			t.Errorf("%s: %v", naam, err)
		}
	}
}

// What a schema can see, it sees as the reader does.
func TestSchemaKeurtAf(t *testing.T) {
	schema := compileer(t)
	for _, code := range []Code{
		codeOnbekendeSleutel, codeOntbrekendeSleutel, codeLeeg, codeVerkeerdeSoort, codeNietPreciesEen, codeVerkeerdAantal,
		codeOnbekendeVersie, codeGeenGetal, codeGeenBedrag, codeNegatief, codeBedragTeHoog, codeBuitenBereik, codeGeenDatum,
		codeDatumBestaatNiet, codeJaartal, codeGeenJaOfNee, codeOnbekendeKeuze, codeOngeldigeID, codeTeLangeTekst,
		codeZorgPreciesEen, codePercentageReden, codeRedenPercentage, codeNietBijMethode,
	} {
		data, err := os.ReadFile(foutbestand(t, code))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(instantie(t, string(data))) == nil {
			t.Errorf("%s: goedgekeurd", code)
		}
	}
}

// What each method asks by itself, the schema sees too.
func TestSchemaPerMethode(t *testing.T) {
	schema := compileer(t)
	const wetsvoorstel = "methode: wetsvoorstel-34154\n"
	for _, g := range []struct {
		oud, nieuw string
		goed       bool
	}{
		{"", "", true},
		{"versie: 1\n", "versie: 1\n" + wetsvoorstel, true},
		{"moeder: {nbi: 2000}", "moeder: {wetsvoorstel: {alimentatie_inkomen: 2900}}", false},
		{"moeder: {nbi: 2000}", "moeder: {draagkracht: {bedrag: 100, reden: r}}", false},
		{"{dagen_per_week: 1}", "{nachten_per_jaar: 52}", false},
		{"{dagen_per_week: 1}", "{dagen_per_week: 1, nachten_per_jaar: 183}", false},
		{"versie: 1\n", "versie: 1\n" + wetsvoorstel + "partneralimentatie: {gerechtigde: moeder}\n", false},
	} {
		err := schema.Validate(instantie(t, strings.Replace(basis, g.oud, g.nieuw, 1)))
		if (err == nil) != g.goed {
			t.Errorf("%s: %v", g.nieuw, err)
		}
	}
	const inkomen = "    moeder: {nbi: 1150}\n    vader: {nbi: 1800}\n"
	kaal := strings.Replace(basis, "  gezinsinkomen:\n    peildatum: 2025-01-01\n"+inkomen, "  wetsvoorstel: {geen_inzicht: {reden: r}}\n", 1)
	if schema.Validate(instantie(t, kaal)) == nil || schema.Validate(instantie(t, kaal+wetsvoorstel)) != nil {
		t.Error("behoefte met alleen wetsvoorstel")
	}
}

func compileer(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("zaakbestand.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("zaakbestand.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// instantie reads a file as an editor does that applies the schema: YAML 1.2,
// so dates and ja/nee are texts.
func instantie(t *testing.T, data string) any {
	t.Helper()
	if strings.HasPrefix(data, "{") {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(data), &n); err != nil {
		t.Fatal(err)
	}
	return waarde(n.Content[0])
}

func waarde(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = waarde(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		l := []any{}
		for _, c := range n.Content {
			l = append(l, waarde(c))
		}
		return l
	}
	switch n.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true"
	case "!!int", "!!float":
		return json.Number(n.Value)
	}
	return n.Value
}
