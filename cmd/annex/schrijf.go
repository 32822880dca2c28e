package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// bestand is a file to be written.
type bestand struct {
	pad        string
	data       []byte
	bijgevoegd []string // the names of the files that it carries
}

// schrijver writes files in the way of one command.
type schrijver struct {
	overschrijf bool
	bestaat     string // hint for a file that exists
	elders      string // hint for a folder that cannot be written in
	// link gives a file a second name, and fails where that name is taken; where
	// the file system has no such links, files are copied.
	link func(oud, nieuw string) error
}

// schrijf writes all files or none. Each is first written whole beside its
// place; only then do they take their names. Without overschrijf a file that
// exists is left alone and nothing is written.
func (s schrijver) schrijf(files []bestand) (err error) {
	for _, f := range files {
		if info, statErr := os.Lstat(f.pad); statErr == nil && (info.IsDir() || !s.overschrijf) {
			return s.bestaatAl(f.pad)
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
			return s.nietTeSchrijven(f.pad, err)
		}
		t, err := os.CreateTemp(filepath.Dir(f.pad), ".annex-*")
		if err != nil {
			return s.nietTeSchrijven(f.pad, err)
		}
		temps = append(temps, t.Name())
		_, err = t.Write(f.data)
		_ = t.Chmod(leesbaar) // a file system without permissions refuses it
		err = errors.Join(err, t.Sync(), t.Close())
		if err != nil {
			return s.nietTeSchrijven(f.pad, err)
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
		if s.overschrijf {
			old, keepErr := s.aside(f.pad)
			if keepErr != nil {
				return s.nietTeSchrijven(f.pad, keepErr)
			}
			if old != "" {
				temps = append(temps, old)
				undo = append(undo, func() { os.Rename(old, f.pad) })
			}
			err = os.Rename(temps[i], f.pad)
		} else {
			// A link fails where the name has been taken in the meantime; a
			// rename would overwrite.
			err = s.link(temps[i], f.pad)
			if err != nil && !errors.Is(err, fs.ErrExist) {
				err = maakNieuw(f)
			}
		}
		if errors.Is(err, fs.ErrExist) {
			return s.bestaatAl(f.pad)
		}
		if err != nil {
			return s.nietTeSchrijven(f.pad, err)
		}
		undo = append(undo, func() { os.Remove(f.pad) })
	}
	return nil
}

const leesbaar = 0o644

// maakNieuw writes a file under a name that must be free, and leaves nothing
// behind when that fails.
func maakNieuw(f bestand) error {
	w, err := os.OpenFile(f.pad, os.O_WRONLY|os.O_CREATE|os.O_EXCL, leesbaar)
	if err != nil {
		return err
	}
	_, err = w.Write(f.data)
	if err = errors.Join(err, w.Sync(), w.Close()); err != nil {
		os.Remove(f.pad)
	}
	return err
}

// aside keeps a file that is about to be replaced under a second name, and gives
// that name; empty when there is no such file. Without links the file has only
// that second name until the new one takes its place.
func (s schrijver) aside(pad string) (string, error) {
	if _, err := os.Lstat(pad); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	} else if err != nil {
		return "", err
	}
	t, err := os.CreateTemp(filepath.Dir(pad), ".annex-*")
	if err != nil {
		return "", err
	}
	t.Close()
	if err := os.Remove(t.Name()); err != nil {
		return "", err
	}
	if s.link(pad, t.Name()) == nil {
		return t.Name(), nil
	}
	return t.Name(), os.Rename(pad, t.Name())
}

func (s schrijver) bestaatAl(pad string) error {
	if isMap(pad) {
		return &gebruiksfout{fmt.Sprintf("%s is niet te schrijven: het is een map; er is niets geschreven", quote(pad)), ""}
	}
	return &gebruiksfout{fmt.Sprintf("%s bestaat al; er is niets geschreven", quote(pad)), s.bestaat}
}

func isMap(pad string) bool {
	info, err := os.Stat(pad)
	return err == nil && info.IsDir()
}

// nietTeSchrijven says why a file cannot be written. It never names the
// temporary file.
func (s schrijver) nietTeSchrijven(pad string, err error) error {
	begin := quote(pad) + " is niet te schrijven"
	const eind = "; er is niets geschreven"
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrPermission):
		return &gebruiksfout{begin + ": u mag in deze map niet schrijven" + eind, s.elders}
	case errors.Is(err, syscall.EROFS):
		return &gebruiksfout{begin + ": in deze map kan alleen worden gelezen" + eind, s.elders}
	case errors.Is(err, syscall.ENAMETOOLONG):
		return &gebruiksfout{begin + ": de naam is te lang" + eind, ""}
	case errors.Is(err, syscall.ENOTDIR) && errors.As(err, &p):
		return &gebruiksfout{begin + ": " + quote(p.Path) + " is een bestand, geen map" + eind, s.elders}
	}
	return errors.New(begin + ": " + storing(err) + eind)
}

// windowsSchijfVol is what Windows says of a full disk.
const windowsSchijfVol = syscall.Errno(112)

// storing says in Dutch what failed in the computer, without the file in which
// it did.
func storing(err error) string {
	if errors.Is(err, syscall.ENOSPC) || runtime.GOOS == "windows" && errors.Is(err, windowsSchijfVol) {
		return "de schijf is vol"
	}
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		err = p.Err
	case errors.As(err, &l):
		err = l.Err
	}
	return fmt.Sprintf("het besturingssysteem meldt %q", err.Error())
}
