package sign

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"io"
	"math/big"
)

// Object identifiers of RFC 5652 (CMS), RFC 5035 (signing certificate), RFC 8017
// (RSA), RFC 5758 (ECDSA) and NIST (hashes).
var (
	oidData               = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidSignedData         = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	oidContentType        = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidMessageDigest      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidSigningCertificate = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}
	oidSHA256             = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidSHA384             = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 2}
	oidSHA512             = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 3}
	oidRSAWithSHA256      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 11}
	oidECDSAWithSHA256    = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2}
	oidECDSAWithSHA384    = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 3}
	oidECDSAWithSHA512    = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 4}
)

// The structures of RFC 5652, sections 3 to 5 and 11, as far as they are used.
type (
	contentInfo struct {
		Type    asn1.ObjectIdentifier
		Content signedData `asn1:"explicit,tag:0"`
	}
	signedData struct {
		Version      int
		Digests      []pkix.AlgorithmIdentifier `asn1:"set"`
		Content      encapsulated
		Certificates asn1.RawValue
		Signers      []signerInfo `asn1:"set"`
	}
	// encapsulated names the kind of content, which itself stands elsewhere: in the PDF.
	encapsulated struct{ Type asn1.ObjectIdentifier }
	signerInfo   struct {
		Version    int
		Signer     issuerAndSerial
		Digest     pkix.AlgorithmIdentifier
		Attributes asn1.RawValue
		Algorithm  pkix.AlgorithmIdentifier
		Signature  []byte
	}
	issuerAndSerial struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}
	attribute struct {
		Type   asn1.ObjectIdentifier
		Values []asn1.RawValue `asn1:"set"`
	}
	// signingCertificate is RFC 5035, section 3: which certificate was meant. Its hash is
	// SHA-256, which is not named then.
	signingCertificate struct{ Certificates []certificateID }
	certificateID      struct{ Hash []byte }
)

// scheme is how a key signs.
type scheme struct {
	hash              crypto.Hash
	digest, signature pkix.AlgorithmIdentifier
}

// schemeOf chooses what every reader of PDF can verify: RSA with PKCS #1 v1.5, and
// ECDSA with a hash as long as the curve.
func schemeOf(public crypto.PublicKey) (scheme, error) {
	algorithm := func(oid asn1.ObjectIdentifier) pkix.AlgorithmIdentifier {
		return pkix.AlgorithmIdentifier{Algorithm: oid}
	}
	switch k := public.(type) {
	case *rsa.PublicKey:
		if k.N.BitLen() < 2048 {
			return scheme{}, fmt.Errorf("de RSA-sleutel is te kort: %d bits, nodig zijn er ten minste 2048", k.N.BitLen())
		}
		rsaWithSHA256 := algorithm(oidRSAWithSHA256)
		rsaWithSHA256.Parameters = asn1.NullRawValue // RFC 8017, A.2.4
		return scheme{crypto.SHA256, algorithm(oidSHA256), rsaWithSHA256}, nil
	case *ecdsa.PublicKey:
		switch k.Curve {
		case elliptic.P256():
			return scheme{crypto.SHA256, algorithm(oidSHA256), algorithm(oidECDSAWithSHA256)}, nil
		case elliptic.P384():
			return scheme{crypto.SHA384, algorithm(oidSHA384), algorithm(oidECDSAWithSHA384)}, nil
		case elliptic.P521():
			return scheme{crypto.SHA512, algorithm(oidSHA512), algorithm(oidECDSAWithSHA512)}, nil
		}
	}
	return scheme{}, fmt.Errorf("met dit soort sleutel kan annex niet ondertekenen; dat kan met RSA en met ECDSA op de krommen P-256, P-384 en P-521")
}

// cms signs content, and gives the signature as CAdES wants it for PAdES (ETSI EN
// 319 142-1, 6.3, level B-B): detached, with the hash of the certificate among what
// is signed, and without a time, which stands in the PDF.
func cms(id Identity, content []byte) ([]byte, error) {
	s, err := schemeOf(id.Key.Public())
	if err != nil {
		return nil, err
	}
	sum := func(b []byte) []byte {
		h := s.hash.New()
		h.Write(b)
		return h.Sum(nil)
	}
	certificate := sha256.Sum256(id.Certificate.Raw)
	var attributes []attribute
	for _, a := range []struct {
		oid   asn1.ObjectIdentifier
		value any
	}{
		{oidContentType, oidData},
		{oidMessageDigest, sum(content)},
		{oidSigningCertificate, signingCertificate{[]certificateID{{certificate[:]}}}},
	} {
		value, err := asn1.Marshal(a.value)
		if err != nil {
			return nil, err
		}
		attributes = append(attributes, attribute{a.oid, []asn1.RawValue{{FullBytes: value}}})
	}
	// What is signed is the set; what is written is the set under another tag (RFC 5652, 5.4).
	signed, err := asn1.MarshalWithParams(attributes, "set")
	if err != nil {
		return nil, err
	}
	signature, err := id.Key.Sign(chance(id.Key), sum(signed), s.hash)
	if err != nil {
		return nil, fmt.Errorf("de sleutel tekent niet: %w", err)
	}
	var inner asn1.RawValue
	if _, err := asn1.Unmarshal(signed, &inner); err != nil {
		return nil, err
	}
	var certificates []byte
	for _, c := range append([]*x509.Certificate{id.Certificate}, id.Chain...) {
		certificates = append(certificates, c.Raw...)
	}
	under := func(b []byte) asn1.RawValue {
		return asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 0, IsCompound: true, Bytes: b}
	}
	return asn1.Marshal(contentInfo{oidSignedData, signedData{
		Version: 1, Digests: []pkix.AlgorithmIdentifier{s.digest}, Content: encapsulated{oidData}, Certificates: under(certificates),
		Signers: []signerInfo{{
			Version: 1, Signer: issuerAndSerial{asn1.RawValue{FullBytes: id.Certificate.RawIssuer}, id.Certificate.SerialNumber},
			Digest: s.digest, Attributes: under(inner.Bytes), Algorithm: s.signature, Signature: signature,
		}},
	}})
}

// chance is what a key may draw from. The keys of Go's library need none: without
// it RSA signs as it always does, and ECDSA as RFC 6979 has it, so that the same
// document signed at the same moment has the same bytes. A key in a device
// decides for itself.
func chance(key crypto.Signer) io.Reader {
	switch key.(type) {
	case *rsa.PrivateKey, *ecdsa.PrivateKey:
		return nil
	}
	return rand.Reader
}
