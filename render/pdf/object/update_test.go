package object

import (
	"bytes"
	"testing"
)

func TestUpdate(t *testing.T) {
	for name, layout := range layouts {
		t.Run(name, func(t *testing.T) {
			original := wrote(t, parsed(t, made(t)), layout)
			before := parsed(t, original)
			f := parsed(t, original)
			info := f.Trailer["Info"].(Ref)
			f.Objects[info.Number] = Dict{"Title": Text("Na de wijziging"), "Extra": f.Add(Array{Int(7)})}
			updated, err := f.Update(original, []Ref{info, f.Objects[info.Number].(Dict)["Extra"].(Ref), info})
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.HasPrefix(updated, original) {
				t.Error("the original is not there any more")
			}
			run(t, updated, "qpdf", "--check", "FILE")
			again := parsed(t, updated)
			title, _ := again.String(again.Dict(again.Trailer["Info"])["Title"])
			if title != "Na de wijziging" || len(again.Array(again.Dict(again.Trailer["Info"])["Extra"])) != 1 {
				t.Errorf("Info is %v", again.Dict(again.Trailer["Info"]))
			}
			if len(again.Objects) != len(before.Objects)+1 {
				t.Errorf("%d objects, before %d", len(again.Objects), len(before.Objects))
			}
			was, is := before.Array(before.Trailer["ID"]), again.Array(again.Trailer["ID"])
			if is[0] != was[0] || is[1] == was[1] {
				t.Errorf("ID %v, before %v", is, was)
			}
			second, err := again.Update(updated, []Ref{info})
			if err != nil {
				t.Fatal(err)
			}
			run(t, second, "qpdf", "--check", "FILE")
			parsed(t, second)
			if _, err := again.Update(original, nil); err == nil {
				t.Error("an update of another file")
			}
		})
	}
}
