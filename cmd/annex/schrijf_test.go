package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// zonderLinks is a file system that knows no links.
func zonderLinks(oud, nieuw string) error {
	return &os.LinkError{Op: "link", Old: oud, New: nieuw, Err: syscall.EPERM}
}

// inhoud gives what the files of a folder hold, by their name.
func inhoud(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		if e.IsDir() {
			files[e.Name()] = "(map)"
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(data)
	}
	return files
}

// All files or none, with links and without them, and never a temporary file
// that stays.
func TestSchrijf(t *testing.T) {
	links := map[string]func(string, string) error{"with links": os.Link, "without links": zonderLinks}
	for _, c := range []struct {
		name, already string
		overschrijf   bool
		fout          string
		want          map[string]string
	}{
		{"new", "", false, "", map[string]string{"a": "new a", "b": "new b"}},
		{"new, may overwrite", "", true, "", map[string]string{"a": "new a", "b": "new b"}},
		{"taken", "b", false, "bestaat al; er is niets geschreven", map[string]string{"b": "old"}},
		{"replaced", "a", true, "", map[string]string{"a": "new a", "b": "new b"}},
	} {
		for fileSystem, link := range links {
			t.Run(c.name+", "+fileSystem, func(t *testing.T) {
				dir := t.TempDir()
				if c.already != "" {
					if err := os.WriteFile(filepath.Join(dir, c.already), []byte("old"), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				s := schrijver{overschrijf: c.overschrijf, link: link}
				err := s.schrijf([]bestand{{pad: filepath.Join(dir, "a"), data: []byte("new a")}, {pad: filepath.Join(dir, "b"), data: []byte("new b")}})
				sameError(t, err, c.fout)
				sameFiles(t, inhoud(t, dir), c.want)
			})
		}
	}
}

// A name that is taken between the first look and the writing is not
// overwritten, and what was written before it goes.
func TestSchrijfIngehaald(t *testing.T) {
	for name, after := range map[string]func(string, string) error{"with links": os.Link, "without links": zonderLinks} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			b := filepath.Join(dir, "b")
			s := schrijver{link: func(oud, nieuw string) error {
				if nieuw == b {
					if err := os.WriteFile(b, []byte("of another"), 0o600); err != nil {
						t.Error(err)
					}
				}
				return after(oud, nieuw)
			}}
			err := s.schrijf([]bestand{{pad: filepath.Join(dir, "a"), data: []byte("new a")}, {pad: b, data: []byte("new b")}})
			sameError(t, err, "bestaat al; er is niets geschreven")
			sameFiles(t, inhoud(t, dir), map[string]string{"b": "of another"})
		})
	}
}

// What was replaced returns when a later file fails.
func TestSchrijfHersteld(t *testing.T) {
	for name, after := range map[string]func(string, string) error{"with links": os.Link, "without links": zonderLinks} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
			if err := errors.Join(os.WriteFile(a, []byte("old a"), 0o600), os.WriteFile(b, []byte("old b"), 0o600)); err != nil {
				t.Fatal(err)
			}
			s := schrijver{overschrijf: true, link: func(oud, nieuw string) error {
				if oud == b { // what would replace b goes
					for name, text := range inhoud(t, dir) {
						if text == "new b" {
							os.Remove(filepath.Join(dir, name))
						}
					}
				}
				return after(oud, nieuw)
			}}
			err := s.schrijf([]bestand{{pad: a, data: []byte("new a")}, {pad: b, data: []byte("new b")}})
			sameError(t, err, "niets geschreven")
			sameFiles(t, inhoud(t, dir), map[string]string{"a": "old a", "b": "old b"})
		})
	}
}

// Why a file cannot be written is said in Dutch, without the temporary file.
func TestNietTeSchrijven(t *testing.T) {
	temp := func(err error) error { return &fs.PathError{Op: "open", Path: "dicht/.annex-123", Err: err} }
	s := schrijver{elders: "kies een andere map"}
	for _, c := range []struct {
		name    string
		err     error
		want    string
		gebruik bool
	}{
		{"no permission", temp(syscall.EACCES), "u mag in deze map niet schrijven", true},
		{"read only", temp(syscall.EROFS), "in deze map kan alleen worden gelezen", true},
		{"a file for a folder", &fs.PathError{Op: "mkdir", Path: "x", Err: syscall.ENOTDIR}, `"x" is een bestand, geen map`, true},
		{"a long name", temp(syscall.ENAMETOOLONG), "de naam is te lang", true},
		{"a full disk", errors.Join(temp(syscall.ENOSPC)), "de schijf is vol", false},
		{"a full disk, when linked", &os.LinkError{Op: "link", Old: "dicht/.annex-123", New: "x", Err: syscall.ENOSPC}, "de schijf is vol", false},
		{"another fault", temp(syscall.EIO), "het besturingssysteem meldt ", false},
		{"another fault, when linked", &os.LinkError{Op: "rename", Old: "dicht/.annex-123", New: "x", Err: syscall.EIO}, "het besturingssysteem meldt ", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := s.nietTeSchrijven("dicht/zaak.pdf", c.err)
			text := err.Error()
			if want := `"dicht/zaak.pdf" is niet te schrijven: ` + c.want; !strings.HasPrefix(text, want) || !strings.HasSuffix(text, "; er is niets geschreven") {
				t.Errorf("%q", text)
			}
			if strings.Contains(text, ".annex-") {
				t.Errorf("the temporary file is named: %q", text)
			}
			var gebruik *gebruiksfout
			if errors.As(err, &gebruik) != c.gebruik {
				t.Errorf("wrong usage: %t", !c.gebruik)
			}
		})
	}
}

func sameError(t *testing.T, err error, want string) {
	t.Helper()
	switch {
	case want == "" && err != nil:
		t.Errorf("error %v", err)
	case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
		t.Errorf("error %v, want %q", err, want)
	}
}

func sameFiles(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, text := range got {
		if w, ok := want[name]; !ok || w != text {
			t.Errorf("%s holds %q, want %q", name, text, w)
		}
	}
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is gone", name)
		}
	}
}
