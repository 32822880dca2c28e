package object

import (
	"reflect"
	"testing"
)

func TestOperations(t *testing.T) {
	content := "q 1 0 R /P <</MCID 0>>BDC\nBT/F1 12 Tf[(a) -20(b)]TJ(c)' ET EMC T* BI /W 1/H 1 ID xEIx EI Q"
	want := []Operation{
		{"q", nil},
		{"R", []Object{Number("1"), Number("0")}},
		{"BDC", []Object{Name("P"), Dict{"MCID": Number("0")}}},
		{"BT", nil},
		{"Tf", []Object{Name("F1"), Number("12")}},
		{"TJ", []Object{Array{String("a"), Number("-20"), String("b")}}},
		{"'", []Object{String("c")}},
		{"ET", nil},
		{"EMC", nil},
		{"T*", nil},
		{"BI", []Object{Dict{"W": Number("1"), "H": Number("1")}}},
		{"Q", nil},
	}
	var got []Operation
	for op, err := range Operations([]byte(content)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, op)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	for _, bad := range []string{"(a", "1 2", "<<", "BI /W 1 ID x", "BI 1 2 ID x EI", "] q"} {
		var last error
		for _, err := range Operations([]byte(bad)) {
			last = err
		}
		if last == nil {
			t.Errorf("%s: read without an error", bad)
		}
	}
}

func FuzzOperations(f *testing.F) {
	f.Add([]byte("q BT/F1 12 Tf[(a) -20<00>]TJ ET BI /W 1 ID x EI Q"))
	f.Fuzz(func(t *testing.T, data []byte) {
		ended := false
		for _, err := range Operations(data) {
			if ended {
				t.Fatal("goes on after an error")
			}
			ended = err != nil
		}
	})
}
