package sign

import (
	"bytes"
	"regexp"

	"annex/render/pdf/object"
)

// Only tells whether signed is the document with a signature behind it as PDF puts it
// there, and nothing else: whatever the key, every other byte is as PDF writes it.
// So it says the same as the document, to every program that reads it. Whether the
// signature itself is valid is not looked at.
func Only(document, signed []byte) bool {
	if len(signed) <= len(document) || !bytes.HasPrefix(signed, document) {
		return false
	}
	after, err := object.Parse(signed)
	if err != nil {
		return false
	}
	fields := after.Array(after.Dict(after.Catalog()["AcroForm"])["Fields"])
	if len(fields) != 1 {
		return false
	}
	signature := after.Dict(after.Dict(fields[0])["V"])
	contents, ok1 := after.String(signature["Contents"])
	moment, ok2 := after.String(signature["M"])
	name, ok3 := after.String(signature["Name"])
	if !ok1 || !ok2 || !ok3 || !momentForm.MatchString(string(moment)) {
		return false
	}
	before, err := object.Parse(document)
	if err != nil {
		return false
	}
	s := &signing{File: before, changed: map[object.Ref]bool{}}
	if err := s.prepare(moment, name, len(contents)); err != nil {
		return false
	}
	again, err := s.Update(document, s.order)
	if err != nil || len(again) != len(signed) {
		return false
	}
	open, end, err := place(again, len(document))
	return err == nil && bytes.Equal(again[:open+1], signed[:open+1]) && bytes.Equal(again[end-1:], signed[end-1:]) &&
		hexForm.Match(signed[open+1:end-1])
}

var (
	momentForm = regexp.MustCompile(`^D:\d{14}[+-]\d{2}'\d{2}'$`) // as pdfDate writes it
	hexForm    = regexp.MustCompile(`^[0-9A-F]+$`)
)
