package zaak

import (
	_ "embed"
	"slices"
)

//go:embed voorbeeld.yaml
var voorbeeld []byte

// Voorbeeld gives the commented case file to start from. It reads without a
// problem.
func Voorbeeld() []byte { return slices.Clone(voorbeeld) }
