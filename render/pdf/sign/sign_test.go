package sign_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/pem"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"annex/render"
	"annex/render/pdf"
	"annex/render/pdf/pdfcheck"
	"annex/render/pdf/sign"
)

var moment = time.Date(2025, 2, 14, 10, 30, 0, 0, time.FixedZone("", 5400))

func document(t testing.TB, files ...pdf.Attachment) []byte {
	t.Helper()
	var b bytes.Buffer
	err := pdf.Write(&b, &render.Document{Titel: "Berekening", Datum: time.Date(2025, 2, 14, 0, 0, 0, 0, time.UTC), Blokken: []render.Blok{
		render.Kop{Niveau: 1, Tekst: "1. Uitkomst"}, render.Alinea{Tekst: "De vader betaalt € 138."},
		render.Kop{Niveau: 1, Tekst: "2. Uitleg", NieuwePagina: true}, render.Alinea{Tekst: "Slot."},
	}}, files...)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var text = []string{"Berekening", "1. Uitkomst", "De vader betaalt € 138.", "2. Uitleg", "Slot."}

var attachment = pdf.Attachment{Name: "zaak.yaml", MIME: "application/yaml", Description: "het zaakbestand", Relation: pdf.Source, Data: []byte("versie: 1\n")}

func certificate(t testing.TB, key crypto.Signer, change func(c *x509.Certificate)) *x509.Certificate {
	t.Helper()
	c := &x509.Certificate{SerialNumber: big.NewInt(42), Subject: pkix.Name{CommonName: "mr. V. Çelik–Oorbeeld", Organization: []string{"Oorbeeld advocaten"}},
		NotBefore: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), NotAfter: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), KeyUsage: x509.KeyUsageContentCommitment}
	if change != nil {
		change(c)
	}
	der, err := x509.CreateCertificate(rand.Reader, c, c, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func keys(t testing.TB) map[string]crypto.Signer {
	t.Helper()
	result := map[string]crypto.Signer{"RSA": rsaKey(t, 2048)}
	for name, curve := range map[string]elliptic.Curve{"P-256": elliptic.P256(), "P-384": elliptic.P384(), "P-521": elliptic.P521()} {
		k, err := ecdsa.GenerateKey(curve, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		result[name] = k
	}
	return result
}

func rsaKey(t testing.TB, bits int) *rsa.PrivateKey {
	t.Helper()
	k, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// The outside judges are pdfsig (poppler, with NSS), qpdf and OpenSSL, which also
// holds the signature to CAdES.
func TestSignatureIsValid(t *testing.T) {
	original := document(t, attachment)
	for name, key := range keys(t) {
		t.Run(name, func(t *testing.T) {
			id := sign.Identity{Key: key, Certificate: certificate(t, key, nil)}
			signed, err := sign.PDF(original, id, moment)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.HasPrefix(signed, original) {
				t.Error("the document itself has changed")
			}
			for _, f := range pdfcheck.Check(signed, pdfcheck.Want{Level: pdfcheck.PDFA3a, Text: text}) {
				t.Error(f)
			}
			path := write(t, signed, "signed.pdf")
			run(t, true, "qpdf", "--check", path)
			out := run(t, true, "pdfsig", "-nocert", path)
			for _, want := range []string{"Signature Validation: Signature is Valid.", "Total document signed", "ETSI.CAdES.detached", "mr. V. Çelik–Oorbeeld", "Signed Ranges: [0 - "} {
				if !strings.Contains(out, want) {
					t.Errorf("no %q in\n%s", want, out)
				}
			}
			signature, content := parts(t, signed)
			trusted := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: id.Certificate.Raw})
			run(t, true, "openssl", "cms", "-verify", "-cades", "-CAfile", write(t, trusted, "ca.pem"), "-partial_chain", "-no_check_time", "-purpose", "any",
				"-binary", "-inform", "DER", "-in", write(t, signature, "s.der"), "-content", write(t, content, "content"), "-out", os.DevNull)
			if !sign.Only(original, signed) {
				t.Error("what was added is not told from what another program adds")
			}
			if again, err := sign.PDF(original, id, moment); err != nil || !bytes.Equal(again, signed) {
				t.Error("the same document, key and moment give other bytes", err)
			}
		})
	}
}

// parts takes the signature and what is signed from a file, by the range it names.
func parts(t *testing.T, signed []byte) (signature, content []byte) {
	t.Helper()
	m := regexp.MustCompile(`/ByteRange \[0 (\d+) (\d+) (\d+)\]`).FindSubmatch(signed)
	if m == nil {
		t.Fatal("no ByteRange")
	}
	number := func(b []byte) int {
		n, err := strconv.Atoi(string(b))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	open, end, rest := number(m[1]), number(m[2]), number(m[3])
	if end+rest != len(signed) || signed[open] != '<' || signed[end-1] != '>' {
		t.Fatal("the range does not leave out the signature alone")
	}
	signature, err := hex.DecodeString(string(signed[open+1 : end-1]))
	if err != nil {
		t.Fatal(err)
	}
	return signature, append(bytes.Clone(signed[:open]), signed[end:]...)
}

func TestAChangedByteIsSeen(t *testing.T) {
	key := rsaKey(t, 2048)
	signed, err := sign.PDF(document(t), sign.Identity{Key: key, Certificate: certificate(t, key, nil)}, moment)
	if err != nil {
		t.Fatal(err)
	}
	i := bytes.Index(signed, []byte("<dc:title>"))
	signed[bytes.Index(signed[i:], []byte("Berekening"))+i]++
	if out := run(t, true, "pdfsig", "-nocert", write(t, signed, "changed.pdf")); !strings.Contains(out, "Digest Mismatch") {
		t.Error(out)
	}
}

// The moment stands in the document, in its own zone: one and a half hours east.
func TestMoment(t *testing.T) {
	key := rsaKey(t, 2048)
	signed, err := sign.PDF(document(t), sign.Identity{Key: key, Certificate: certificate(t, key, nil)}, moment)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(signed, []byte("/M (D:20250214103000+01'30')")) {
		t.Error("no moment")
	}
	// PAdES wants it there, and not in the signature: 1.2.840.113549.1.9.5 (RFC 5652, 11.3).
	signature, _ := parts(t, signed)
	if bytes.Contains(signature, []byte("\x2A\x86\x48\x86\xF7\x0D\x01\x09\x05")) {
		t.Error("the signature has a time of its own")
	}
}

func TestRefused(t *testing.T) {
	key, other := rsaKey(t, 2048), rsaKey(t, 2048)
	short := rsaKey(t, 1024)
	_, edwards, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	good := sign.Identity{Key: key, Certificate: certificate(t, key, nil)}
	signed, err := sign.PDF(document(t), good, moment)
	if err != nil {
		t.Fatal(err)
	}
	foreign := bytes.Replace(document(t), []byte("%PDF-1.7"), []byte("%PDX-1.7"), 1)
	for want, c := range map[string]struct {
		document []byte
		id       sign.Identity
		moment   time.Time
	}{
		"het certificaat is op 2028-01-01 00:00 niet geldig: het geldt van 2025-01-01 00:00 tot en met 2027-01-01 00:00": {document(t), good, time.Date(2028, 1, 1, 0, 0, 0, 0, time.UTC)},
		"het certificaat is op 2024-12-31 23:59 niet geldig":                                                             {document(t), good, time.Date(2024, 12, 31, 23, 59, 59, 0, time.UTC)},
		"de sleutel hoort niet bij het certificaat":                                                                      {document(t), sign.Identity{Key: other, Certificate: good.Certificate}, moment},
		"de RSA-sleutel is te kort: 1024 bits":                                                                           {document(t), sign.Identity{Key: short, Certificate: certificate(t, short, nil)}, moment},
		"met dit soort sleutel kan annex niet ondertekenen":                                                              {document(t), sign.Identity{Key: edwards, Certificate: certificate(t, edwards, nil)}, moment},
		"het certificaat is niet bedoeld om mee te ondertekenen":                                                         {document(t), sign.Identity{Key: key, Certificate: certificate(t, key, func(c *x509.Certificate) { c.KeyUsage = x509.KeyUsageKeyEncipherment })}, moment},
		"de PDF is al ondertekend":                                                                                       {signed, good, moment},
		"dit is geen PDF, of een PDF die beschadigd is":                                                                  {foreign, good, moment},
		"deze PDF is niet door annex gemaakt; annex ondertekent alleen haar eigen bijlagen":                              {[]byte(untagged), good, moment},
	} {
		got, err := sign.PDF(c.document, c.id, c.moment)
		if err == nil || got != nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// untagged is a PDF of one empty page; offsets counted by hand.
const untagged = "%PDF-1.4\n" +
	"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n" +
	"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
	"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n" +
	"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \n" +
	"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n166\n%%EOF\n"

func TestFromPEM(t *testing.T) {
	key := rsaKey(t, 2048)
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	one, issuer := certificate(t, key, nil), certificate(t, curve, nil)
	block := func(kind string, der []byte, err error) []byte {
		if err != nil {
			t.Fatal(err)
		}
		return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
	}
	pkcs8, err8 := x509.MarshalPKCS8PrivateKey(key)
	sec1, errSEC := x509.MarshalECPrivateKey(curve)
	chain := append(block("CERTIFICATE", one.Raw, nil), block("CERTIFICATE", issuer.Raw, nil)...)
	for _, k := range [][]byte{block("PRIVATE KEY", pkcs8, err8), block("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(key), nil)} {
		id, err := sign.FromPEM(k, chain)
		if err != nil || id.Name() != "mr. V. Çelik–Oorbeeld" || len(id.Chain) != 1 {
			t.Errorf("%+v, %v", id.Chain, err)
		}
		signed, err := sign.PDF(document(t), id, moment)
		if err != nil {
			t.Fatal(err)
		}
		if out := run(t, true, "pdfsig", "-nocert", write(t, signed, "chain.pdf")); !strings.Contains(out, "Signature is Valid") {
			t.Error(out)
		}
	}
	parameters := block("EC PARAMETERS", []byte{6, 0}, nil)
	if _, err := sign.FromPEM(append(parameters, block("EC PRIVATE KEY", sec1, errSEC)...), block("CERTIFICATE", issuer.Raw, nil)); err != nil {
		t.Error(err)
	}
	for want, c := range map[string][2][]byte{
		"de sleutel hoort niet bij het certificaat":              {block("EC PRIVATE KEY", sec1, nil), chain},
		"in het sleutelbestand staat geen sleutel (PEM)":         {chain, chain},
		"in het certificaatbestand staat geen certificaat (PEM)": {block("PRIVATE KEY", pkcs8, nil), []byte("x")},
		"op de sleutel zit een wachtwoord":                       {block("ENCRYPTED PRIVATE KEY", pkcs8, nil), chain},
		"de sleutel is niet te lezen":                            {block("PRIVATE KEY", pkcs8[:20], nil), chain},
		"het certificaat is niet te lezen":                       {block("PRIVATE KEY", pkcs8, nil), block("CERTIFICATE", one.Raw[:50], nil)},
	} {
		if _, err := sign.FromPEM(c[0], c[1]); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestFromPKCS12(t *testing.T) {
	key := rsaKey(t, 2048)
	data, err := pkcs12.Modern.Encode(key, certificate(t, key, nil), nil, "geheim")
	if err != nil {
		t.Fatal(err)
	}
	id, err := sign.FromPKCS12(data, "geheim")
	if err != nil || id.Name() != "mr. V. Çelik–Oorbeeld" {
		t.Errorf("%v, %v", id, err)
	}
	if _, err := sign.FromPKCS12(data, "anders"); err != sign.ErrPassword {
		t.Error(err)
	}
	if _, err := sign.FromPKCS12([]byte("x"), "geheim"); err == nil || err == sign.ErrPassword {
		t.Error(err)
	}
}

func write(t *testing.T, data []byte, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func run(t *testing.T, ok bool, program string, args ...string) string {
	t.Helper()
	out, err := exec.Command(program, args...).CombinedOutput()
	if (err == nil) != ok {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// Whatever else stands behind a document, or in the place of its signature, is noticed:
// byte by byte, for all that is not the signature itself.
func TestOnlyASignature(t *testing.T) {
	original := document(t, attachment)
	key := keys(t)["P-256"]
	signed, err := sign.PDF(original, sign.Identity{Key: key, Certificate: certificate(t, key, nil)}, moment)
	if err != nil {
		t.Fatal(err)
	}
	first := bytes.Index(signed[len(original):], []byte("/Contents <")) + len(original) + len("/Contents <")
	last := first + bytes.IndexByte(signed[first:], '>')
	free := func(i int) bool { // the name and the moment are those of who signs
		for _, key := range []string{"/M (", "/Name "} {
			from := bytes.Index(signed[len(original):], []byte(key)) + len(original) + len(key)
			if i >= from && i < from+100 {
				return true
			}
		}
		return i >= first && i < last
	}
	for i := range signed {
		if i >= len(original) && free(i) {
			continue
		}
		if i < len(original) && i%1000 != 0 {
			continue
		}
		changed := bytes.Clone(signed)
		changed[i] ^= 1
		if sign.Only(original, changed) {
			t.Fatalf("byte %d may be anything: %q", i, signed[max(0, i-20):i+20])
		}
	}
	for what, changed := range map[string][]byte{
		"nothing":                  original,
		"a line more":              append(bytes.Clone(signed), '\n'),
		"no hex":                   append(append(bytes.Clone(signed[:first]), "(x)"...), signed[first+3:]...),
		"a sentence as its moment": bytes.Replace(signed, []byte("D:20250214103000+01'30'"), []byte("De vader betaalt niets."), 1),
	} {
		if sign.Only(original, changed) {
			t.Error(what)
		}
	}
}
