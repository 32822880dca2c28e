package norms

import "testing"

func TestLoad(t *testing.T) {
	if _, err := Load(); err != nil {
		t.Fatal(err)
	}
}
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		files, err := readDir(mustSub())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := newSet(files); err != nil {
			b.Fatal(err)
		}
	}
}
