package main

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"annex": main})
}

// TestCommando runs the program as its users do: each file in testdata is a
// session in a shell.
func TestCommando(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: os.Getenv("ANNEX_UPDATE") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exitcode":    exitcode,
			"wijzig":      wijzig,
			"cel":         cel,
			"haaluit":     haaluit,
			"sleutelpaar": sleutelpaar,
		},
		Setup: func(env *testscript.Env) error {
			zaken, err := os.Getwd()
			env.Setenv("ZAKEN", zaken+"/../../testdata/zaken")
			env.Setenv("NORMEN", zaken+"/../../norms/data")
			return err
		},
	})
}

// exitcode runs a command and asks for an exit code: exitcode 2 annex maak.
func exitcode(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != want {
		ts.Fatalf("%v: %v, want exit code %d", args[1:], err, want)
	}
}
