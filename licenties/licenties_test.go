// Package licenties holds the licence texts that must accompany a binary of
// annex. The test compares them with the modules a binary is made of:
//
//	go test ./licenties -update
//
// writes them anew after a change in the dependencies.
package licenties

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the licence texts anew")

// systems for which a binary is made; each may link other modules.
var systems = []string{"linux", "darwin", "windows"}

func TestEveryModuleHasItsText(t *testing.T) {
	want := map[string][]byte{"go.txt": texts(t, strings.TrimSpace(run(t, "", "go", "env", "GOROOT")))}
	readme := read(t, "README.md")
	for _, goos := range systems {
		list := run(t, goos, "go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}", "annex/cmd/annex")
		for line := range strings.Lines(list) {
			module, dir, found := strings.Cut(strings.TrimSpace(line), " ")
			if !found {
				continue
			}
			want[strings.ReplaceAll(module, "/", "_")+".txt"] = texts(t, dir)
			if module == "codeberg.org/go-pdf/fpdf" { // whose colour profile is embedded, unaltered
				want["color.org_sRGB2014.txt"] = read(t, filepath.Join(dir, "icc", "LICENSE.color.org"))
				if !bytes.Equal(read(t, "../render/pdf/finish/sRGB2014.icc"), read(t, filepath.Join(dir, "icc", "sRGB2014.icc"))) {
					t.Error("the colour profile is not the one of fpdf")
				}
			}
			if !bytes.Contains(readme, []byte("| "+module+" |")) {
				t.Errorf("README.md does not name %s", module)
			}
		}
	}
	if len(want["go.txt"]) == 0 { // some systems install Go without its licence
		want["go.txt"] = read(t, "go.txt")
	}

	have, err := filepath.Glob("*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range have {
		if want[name] == nil {
			t.Errorf("%s belongs to nothing a binary is made of", name)
		}
	}
	for name, text := range want {
		if len(text) == 0 {
			t.Errorf("%s: the module has no licence text", name)
			continue
		}
		if *update {
			if err := os.WriteFile(name, text, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(read(t, name), text) {
			t.Errorf("%s is not the text of the module; go test ./licenties -update", name)
		}
	}
}

// texts gives the licence and the notices of the module in dir, one after the
// other.
func texts(t *testing.T, dir string) []byte {
	t.Helper()
	var files []string
	for _, pattern := range []string{"LICENSE*", "NOTICE*"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(found)
		files = append(files, found...)
	}
	var b bytes.Buffer
	for _, f := range files {
		if b.Len() > 0 {
			b.WriteString("\n" + strings.Repeat("-", 72) + "\n\n")
		}
		b.Write(read(t, f))
	}
	return b.Bytes()
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return data
}

func run(t *testing.T, goos, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	if goos != "" {
		cmd.Env = append(os.Environ(), "GOOS="+goos, "CGO_ENABLED=0")
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, stderr.String())
	}
	return string(out)
}
