package xlsx

import (
	"io"

	"annex/calc/vergelijk"
)

func WriteVergelijking(w io.Writer, v *vergelijk.Vergelijking) error { return nil }
