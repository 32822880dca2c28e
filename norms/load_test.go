package norms

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// write puts a folder on disk, for LoadDir.
func write(t *testing.T, dir fstest.MapFS) string {
	t.Helper()
	path := t.TempDir()
	for name, f := range dir {
		if err := os.WriteFile(filepath.Join(path, name), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func TestLoadDirReplaces(t *testing.T) {
	dir := folder(t, "eigen_aandeel_2025.yaml", "eigen_aandeel_2025.csv")
	change(t, dir, "eigen_aandeel_2025.csv", "3,kinderen_1,375", "3,kinderen_1,376")
	own, err := LoadDir(write(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	d := date(t, "2025-03-01")
	n, err := own.EigenAandeel(d)
	if err != nil {
		t.Fatal(err)
	}
	if got := cell(t, n.Tabel, "3000", "kinderen_1"); !got.Equal(dec("376")) || !n.Tabel.Publicatie.Eigen {
		t.Errorf("%s uit %+v", got, n.Tabel.Publicatie)
	}
	// Other years and the embedded figures stay what they were.
	if n, err := own.EigenAandeel(date(t, "2026-03-01")); err != nil || n.Tabel.Publicatie.Eigen {
		t.Errorf("2026: %+v, %v", n.Tabel.Publicatie, err)
	}
	embedded, err := load(t).EigenAandeel(d)
	if err != nil {
		t.Fatal(err)
	}
	if got := cell(t, embedded.Tabel, "3000", "kinderen_1"); !got.Equal(dec("375")) || embedded.Tabel.Publicatie.Eigen {
		t.Errorf("ingebouwd: %s uit %+v", got, embedded.Tabel.Publicatie)
	}
	if embedded.Tabel.Publicatie.SHA256 == n.Tabel.Publicatie.SHA256 {
		t.Error("een ander CSV-bestand geeft dezelfde hash")
	}
}

func TestLoadDirAddsPeriods(t *testing.T) {
	dir := folder(t, "draagkracht_2026.yaml", "draagkracht_2026.csv")
	change(t, dir, "draagkracht_2026.yaml", `"2026-01-01"`, `"2027-01-01"`)
	change(t, dir, "draagkracht_2026.yaml", `"2026-12-31"`, `"2027-12-31"`)
	dir["indexering_2027.yaml"] = &fstest.MapFile{Data: []byte(`
series: indexering
title: Wettelijke indexering 2027
valid_from: "2027-01-01"
valid_until: "2027-12-31"
source: {document: art. 1:402a BW}
note: verzonnen voor deze test
values:
  - {date: "2027-01-01", amount: "3.3", unit: "%", status: enkele bron, id: indexering.2027, label: indexering per 1 januari 2027}
`)}
	s, err := LoadDir(write(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	if n, err := s.Draagkracht(date(t, "2027-12-31"), false); err != nil || !n.Tabel.Publicatie.Eigen {
		t.Errorf("%+v, %v", n.Tabel.Publicatie, err)
	}
	values, err := s.Indexering(2025, 2027)
	if err != nil || len(values) != 2 || !values[1].Amount.Equal(dec("3.3")) || !values[1].Publicatie.Eigen {
		t.Errorf("%+v, %v", values, err)
	}
	_, err = s.Draagkracht(date(t, "2028-01-01"), false)
	if want := `geen normen "draagkracht" voor 2028-01-01; de laatste periode loopt t/m 2027-12-31`; err == nil || err.Error() != want {
		t.Error(err)
	}
}

// A year may be split: the first half begins on the day the whole year did.
func TestLoadDirSplitsYear(t *testing.T) {
	dir := folder(t, "zorgkorting_2026.yaml", "zorgkorting_2026.csv")
	dir["zorgkorting_2026b.yaml"] = &fstest.MapFile{Data: dir["zorgkorting_2026.yaml"].Data}
	change(t, dir, "zorgkorting_2026.yaml", `"2026-12-31"`, `"2026-06-30"`)
	change(t, dir, "zorgkorting_2026b.yaml", `"2026-01-01"`, `"2026-07-01"`)
	s, err := overlay(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]string{"2026-06-30": "zorgkorting_2026.yaml", "2026-07-01": "zorgkorting_2026b.yaml"} {
		if n, err := s.Zorgkorting(date(t, day)); err != nil || n.Tabel.Publicatie.File != want {
			t.Errorf("%s: %+v, %v", day, n.Tabel.Publicatie, err)
		}
	}
}

// One publication for several years takes the place of each of them.
func TestLoadDirCoversYears(t *testing.T) {
	dir := folder(t, "zorgkorting_2025.yaml", "zorgkorting_2025.csv")
	change(t, dir, "zorgkorting_2025.yaml", `"2025-01-01"`, `"2013-04-01"`)
	s, err := overlay(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := s.Zorgkorting(date(t, "2024-05-01")); err != nil || !n.Tabel.Publicatie.Eigen {
		t.Errorf("%+v, %v", n.Tabel.Publicatie, err)
	}
	if n, err := s.Zorgkorting(date(t, "2026-05-01")); err != nil || n.Tabel.Publicatie.Eigen {
		t.Errorf("%+v, %v", n.Tabel.Publicatie, err)
	}
}

func TestLoadDirWindows(t *testing.T) {
	for _, c := range []struct{ from, until, want string }{
		{"2025-07-01", "2025-12-31", "reeks zorgkorting: ingebouwd bestand zorgkorting_2025.yaml (2025-01-01 t/m 2025-12-31) en eigen bestand zorgkorting_2025.yaml (2025-07-01 t/m 2025-12-31) overlappen"},
		{"2025-01-01", "2025-06-30", "reeks zorgkorting: tussen eigen bestand zorgkorting_2025.yaml (2025-01-01 t/m 2025-06-30) en ingebouwd bestand zorgkorting_2026.yaml (2026-01-01 t/m 2026-12-31) zit een gat"},
		{"2027-01-02", "2027-12-31", "reeks zorgkorting: tussen ingebouwd bestand zorgkorting_2026.yaml (2026-01-01 t/m 2026-12-31) en eigen bestand zorgkorting_2025.yaml (2027-01-02 t/m 2027-12-31) zit een gat"},
	} {
		dir := folder(t, "zorgkorting_2025.yaml", "zorgkorting_2025.csv")
		change(t, dir, "zorgkorting_2025.yaml", `"2025-01-01"`, `"`+c.from+`"`)
		change(t, dir, "zorgkorting_2025.yaml", `"2025-12-31"`, `"`+c.until+`"`)
		path := write(t, dir)
		_, err := LoadDir(path)
		if want := "normenmap " + path + ":\n" + c.want; err == nil || err.Error() != want {
			t.Errorf("fout:\n%v\nverwacht:\n%s", err, want)
		}
	}
}

func TestLoadDirMissing(t *testing.T) {
	for _, path := range []string{
		filepath.Join(t.TempDir(), "weg"),
		filepath.Join(write(t, fstest.MapFS{"normen": {}}), "normen"),
	} {
		_, err := LoadDir(path)
		if err == nil || err.Error() != "normenmap "+path+": bestaat niet of is geen map" {
			t.Error(err)
		}
	}
}

// The hash in the receipt is the one anybody gets from the two files:
// cat x.yaml x.csv | sha256sum.
func TestHash(t *testing.T) {
	for _, o := range load(t).Overzicht(nil) {
		p := o.Publicatie
		var all []byte
		for _, name := range []string{p.File, strings.Replace(p.File, ".yaml", ".csv", 1)} {
			if len(o.Tabellen) == 0 && strings.HasSuffix(name, ".csv") {
				continue
			}
			raw, err := fs.ReadFile(embeddedDir(t), name)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, raw...)
		}
		sum := sha256.Sum256(all)
		if got := hex.EncodeToString(sum[:]); got != p.SHA256 {
			t.Errorf("%s: %s, verwacht %s", p.File, p.SHA256, got)
		}
	}
}
