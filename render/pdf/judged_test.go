package pdf

import (
	"path/filepath"
	"strings"
	"testing"

	"annex/render"
	"annex/render/pdf/pdfcheck"
)

// The bijlage of every golden case, and the sample that is hard to lay out, keep to
// PDF/A and PDF/UA, and say what the document says. texts is that, taken from the
// document and not from what was drawn.
func TestEveryGoldenCaseIsSound(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/zaken/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no golden cases", err)
	}
	for name, d := range documents(t) {
		judge(t, name, d)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".yaml")
		if !strings.HasSuffix(name, ".verwacht") {
			judge(t, name, annexOf(t, name))
		}
	}
}

func judge(t *testing.T, name string, d *render.Document) {
	t.Helper()
	for _, f := range pdfcheck.Check(written(t, d), pdfcheck.Want{Level: pdfcheck.PDFA2a, Text: texts(t, d)}) {
		t.Errorf("%s: %v", name, f)
	}
}

func TestADocumentWithAttachmentsIsSound(t *testing.T) {
	for _, f := range pdfcheck.Check(written(t, sample(), attached()...), pdfcheck.Want{Level: pdfcheck.PDFA3a, Text: texts(t, sample())}) {
		t.Error(f)
	}
}
