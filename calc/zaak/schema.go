package zaak

import (
	_ "embed"
	"slices"
)

//go:embed schema.json
var schema []byte

// Schema gives the JSON Schema (draft 2020-12) of the case file, for editors.
// It describes the structure; only Lees checks whether the parts agree.
func Schema() []byte { return slices.Clone(schema) }
