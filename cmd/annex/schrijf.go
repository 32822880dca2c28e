package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// bestand is a file to be written.
type bestand struct {
	pad  string
	data []byte
}

// schrijf writes all files or none. Each is first written whole beside its
// place; only then do they take their names. Without overschrijf a file that
// exists is left alone and nothing is written.
func schrijf(files []bestand, overschrijf bool) (err error) {
	for _, f := range files {
		if _, statErr := os.Lstat(f.pad); statErr == nil && !overschrijf {
			return bestaatAl(f.pad)
		}
	}
	var temps []string
	defer func() {
		for _, t := range temps {
			os.Remove(t)
		}
	}()
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.pad), 0o755); err != nil {
			return nietTeSchrijven(f.pad, err)
		}
		t, err := os.CreateTemp(filepath.Dir(f.pad), ".annex-*")
		if err != nil {
			return nietTeSchrijven(f.pad, err)
		}
		temps = append(temps, t.Name())
		_, err = t.Write(f.data)
		err = errors.Join(err, t.Chmod(0o644), t.Sync(), t.Close())
		if err != nil {
			return nietTeSchrijven(f.pad, err)
		}
	}

	// What went before a failure is undone: new files go, replaced ones return.
	var undo []func()
	defer func() {
		if err != nil {
			for i := len(undo) - 1; i >= 0; i-- {
				undo[i]()
			}
		}
	}()
	for i, f := range files {
		if overschrijf {
			old, keepErr := aside(f.pad)
			if keepErr != nil {
				return nietTeSchrijven(f.pad, keepErr)
			}
			if old != "" {
				temps = append(temps, old)
				undo = append(undo, func() { os.Rename(old, f.pad) })
			}
			err = os.Rename(temps[i], f.pad)
		} else {
			// A link fails where the name has been taken in the meantime; a
			// rename would overwrite.
			err = os.Link(temps[i], f.pad)
		}
		if errors.Is(err, fs.ErrExist) {
			return bestaatAl(f.pad)
		}
		if err != nil {
			return nietTeSchrijven(f.pad, err)
		}
		undo = append(undo, func() { os.Remove(f.pad) })
	}
	return nil
}

// aside keeps a second name for a file that is about to be replaced, and gives
// that name; empty when there is no such file.
func aside(pad string) (string, error) {
	info, err := os.Lstat(pad)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if info.IsDir() {
		return "", errors.New("het is een map")
	}
	t, err := os.CreateTemp(filepath.Dir(pad), ".annex-*")
	if err != nil {
		return "", err
	}
	t.Close()
	if err := os.Remove(t.Name()); err != nil {
		return "", err
	}
	return t.Name(), os.Link(pad, t.Name())
}

func bestaatAl(pad string) error {
	return &gebruiksfout{fmt.Sprintf("%s bestaat al; er is niets geschreven", quote(pad)), "gebruik --overschrijf om het te vervangen"}
}

func nietTeSchrijven(pad string, err error) error {
	return fmt.Errorf("%s is niet te schrijven; er is niets geschreven: %w", quote(pad), err)
}
