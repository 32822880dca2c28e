package zaak

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// Every value of a good file is replaced by every nasty one, and every line
// dropped, doubled and moved. Where fuzzing guesses, this goes everywhere.
func TestMutaties(t *testing.T) {
	nasty := []string{
		"", "null", "x", "-1", "0", "1", "1e999", "99999999999999999999999999", "0x1F", "1,5", "2025-02-30", "9999-99-99", "ja", "[]", "{}",
		"[[]]", "{a: {b: c}}", "[moeder, vader]", "moeder", "vader", "noor", "&a x", "*a", "!!int 3", "'", "\"", "\"\\u0000\"", "\"\\u202e\"",
		"😀", "\x00", "\u2028", "|\n  x", ">-\n      x\n      y", "? a", ": b", "- c", "# weg", "<<: {a: b}", "{nbi: 1}", "{bedrag: 1}",
		"{bedrag: {bedrag: 1}}", "{datum: 2025-01-01}", "1\n\tnbi: 2", strings.Repeat("ë", 600), strings.Repeat("[", 25),
	}
	for _, bestand := range []string{string(Voorbeeld()), schets, schetsJSON, basis, alles, allesApart, allesInkomen, allesPartner, zonderKinderen, allesWetsvoorstel} {
		regels := strings.Split(bestand, "\n")
		for i, regel := range regels {
			if sleutel, _, ok := strings.Cut(regel, ": "); ok {
				for _, n := range nasty {
					lees(t, vervangRegel(regels, i, sleutel+": "+n))
				}
			}
			lees(t, vervangRegel(regels, i))
			lees(t, vervangRegel(regels, i, regel, regel))
			lees(t, vervangRegel(regels, i, "  "+regel))
			lees(t, vervangRegel(regels, i, strings.TrimSpace(regel)))
		}
		for i := range len(bestand) { // a file that was cut off
			lees(t, bestand[:i])
		}
	}
}

// Every node of the tree is replaced by a node of every other kind.
func TestBoommutaties(t *testing.T) {
	for _, bestand := range []string{string(Voorbeeld()), alles, allesApart, allesInkomen, allesPartner, zonderKinderen, allesWetsvoorstel} {
		boommutaties(t, bestand)
	}
}

func boommutaties(t *testing.T, bestand string) {
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(bestand), &document); err != nil {
		t.Fatal(err)
	}
	soorten := []yaml.Node{
		{Kind: yaml.ScalarNode, Value: "x"}, {Kind: yaml.ScalarNode, Tag: "!!null"}, {Kind: yaml.ScalarNode, Value: "12"},
		{Kind: yaml.SequenceNode}, {Kind: yaml.MappingNode},
		{Kind: yaml.SequenceNode, Content: []*yaml.Node{{Kind: yaml.ScalarNode, Tag: "!!null"}, {Kind: yaml.MappingNode}}},
		{Kind: yaml.MappingNode, Content: []*yaml.Node{{Kind: yaml.ScalarNode, Value: "id"}, {Kind: yaml.ScalarNode, Value: "moeder"}}},
	}
	var loop func(n *yaml.Node)
	loop = func(n *yaml.Node) {
		for i := range n.Content {
			echt := n.Content[i]
			for _, s := range soorten {
				n.Content[i] = &s
				data, err := yaml.Marshal(&document)
				if err != nil {
					t.Fatal(err)
				}
				lees(t, string(data))
			}
			n.Content[i] = echt
			loop(echt)
		}
	}
	loop(document.Content[0])
}

func vervangRegel(regels []string, i int, door ...string) string {
	return strings.Join(slices.Concat(regels[:i], door, regels[i+1:]), "\n")
}

// lees checks the one promise of Lees: a complete case, or problems.
func lees(t *testing.T, data string) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			t.Fatal(fmt.Sprint(p), "\n", data)
		}
	}()
	z, problemen := Lees("zaak.yaml", []byte(data), proefopties())
	if (z == nil) == (len(problemen) == 0) {
		t.Fatalf("zaak %v, %d problemen\n%s", z != nil, len(problemen), data)
	}
	if z != nil {
		controleerCompleet(t, z)
	}
	_ = problemen.Tekst()
}
