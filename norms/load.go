package norms

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"
)

//go:embed data
var data embed.FS

// Both are parsed once per process: every command needs the figures, and a Set
// is never changed after it is made.
var (
	embeddedFiles = sync.OnceValues(func() ([]*file, error) {
		dir, err := fs.Sub(data, "data")
		if err != nil {
			return nil, err
		}
		return readDir(dir)
	})
	embeddedSet = sync.OnceValues(func() (*Set, error) {
		files, err := embeddedFiles()
		if err != nil {
			return nil, err
		}
		return newSet(files)
	})
)

// Load gives the embedded figures.
func Load() (*Set, error) { return embeddedSet() }

// LoadDir gives the embedded figures with those of a folder laid over them. The
// folder has the layout of norms/data. A publication in it takes the place of
// every embedded publication of the same reeks that begins on the same day or
// whose whole window it covers, and otherwise adds a period. The result has to
// pass the same checks as the embedded figures: no gap, no overlap.
func LoadDir(dir string) (*Set, error) {
	base, err := embeddedFiles()
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("normenmap %s: bestaat niet of is geen map", dir)
	}
	set, err := layOver(base, os.DirFS(dir))
	if err != nil {
		return nil, fmt.Errorf("normenmap %s:\n%w", dir, err)
	}
	return set, nil
}

func layOver(base []*file, dir fs.FS) (*Set, error) {
	own, err := readDir(dir)
	if err != nil {
		return nil, err
	}
	for _, f := range own {
		f.pub.Eigen = true
	}
	kept := slices.DeleteFunc(slices.Clone(base), func(b *file) bool {
		return slices.ContainsFunc(own, func(o *file) bool { return o.pub.replaces(b.pub) })
	})
	return newSet(append(kept, own...))
}

func (p *Publicatie) replaces(old *Publicatie) bool {
	return p.Reeks == old.Reeks &&
		(p.From.Equal(old.From) || p.covers(old.From) && p.covers(old.Until))
}

// readDir reads every norms file in dir, and reports every problem it finds.
func readDir(dir fs.FS) ([]*file, error) {
	entries, err := fs.ReadDir(dir, ".")
	if err != nil {
		return nil, err
	}
	var tables []string
	read := make([]*file, len(entries))
	errs := make([]error, len(entries)) // by entry, so that their order is fixed
	var wg sync.WaitGroup
	for i, e := range entries {
		switch path.Ext(e.Name()) {
		case ".yaml":
			// Most of the time goes into parsing YAML, and no file depends on
			// another.
			wg.Go(func() { read[i], errs[i] = readFile(dir, e.Name()) })
		case ".yml":
			errs[i] = fmt.Errorf("%s: een normbestand eindigt op .yaml", e.Name())
		case ".csv":
			tables = append(tables, e.Name())
		}
	}
	wg.Wait()
	files := slices.DeleteFunc(read, func(f *file) bool { return f == nil })
	if errors.Join(errs...) == nil {
		// Only now, because a broken YAML file does not say which CSV it names.
		for _, name := range tables {
			if !slices.ContainsFunc(files, func(f *file) bool { return f.cells == name }) {
				errs = append(errs, fmt.Errorf("%s: geen normbestand noemt deze tabel bij cells", name))
			}
		}
		if len(files) == 0 && len(tables) == 0 {
			errs = append(errs, errors.New("geen normbestanden (*.yaml) gevonden"))
		}
	}
	return files, errors.Join(errs...)
}
