package zaak

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// knoop is a place in the file: a value, the key it hangs on, and its path.
type knoop struct {
	sleutel *yaml.Node // nil in a list and at the top
	waarde  *yaml.Node // nil when the file has nothing here
	pad     string
}

func (k knoop) aanwezig() bool { return k.waarde != nil }

// leeg: nothing stands behind the key, or only white space.
func (k knoop) leeg() bool {
	n := k.waarde
	return n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || strings.TrimSpace(n.Value) == "")
}

// plek is where the value stands.
func (k knoop) plek() Plek {
	if k.waarde == nil {
		return Plek{Pad: k.pad}
	}
	return Plek{Regel: k.waarde.Line, Kolom: k.waarde.Column, Pad: k.pad}
}

// is tells whether there is a place at all.
func (p Plek) is() bool { return p.Regel > 0 }

// kop is where the key stands, or the value when there is no key.
func (k knoop) kop() Plek {
	if k.sleutel == nil {
		return k.plek()
	}
	return Plek{Regel: k.sleutel.Line, Kolom: k.sleutel.Column, Pad: k.pad}
}

// onder gives the path of a key below this place.
func (k knoop) onder(sleutel string) string {
	if k.pad == "" {
		return kort(sleutel)
	}
	return k.pad + "." + kort(sleutel)
}
