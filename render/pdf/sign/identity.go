package sign

import (
	"crypto"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"time"

	"software.sslmate.com/src/go-pkcs12"
)

// Identity is who signs: a key and the certificate that says whose it is. The key
// may be in a device.
type Identity struct {
	Key         crypto.Signer
	Certificate *x509.Certificate
	Chain       []*x509.Certificate // of who issued it; may be empty
}

// FromPEM reads a key and a certificate, the latter followed by those of who issued
// it. Its errors are for the user.
func FromPEM(key, certificates []byte) (Identity, error) {
	k, err := keyFromPEM(key)
	if err != nil {
		return Identity{}, err
	}
	id := Identity{Key: k}
	for rest := certificates; ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			break
		}
		if block.Type != "CERTIFICATE" {
			continue
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return Identity{}, errors.New("het certificaat is niet te lezen")
		}
		if id.Certificate == nil {
			id.Certificate = c
		} else {
			id.Chain = append(id.Chain, c)
		}
	}
	if id.Certificate == nil {
		return Identity{}, errors.New("in het certificaatbestand staat geen certificaat (PEM)")
	}
	return id, id.fits()
}

func keyFromPEM(data []byte) (crypto.Signer, error) {
	for {
		var block *pem.Block
		if block, data = pem.Decode(data); block == nil {
			return nil, errors.New("in het sleutelbestand staat geen sleutel (PEM)")
		}
		if block.Type == "ENCRYPTED PRIVATE KEY" || block.Headers["DEK-Info"] != "" {
			return nil, errors.New("op de sleutel zit een wachtwoord; dat kan annex alleen openen in een PKCS #12-bestand (.p12 of .pfx)")
		}
		var key any
		var err error
		switch block.Type {
		case "PRIVATE KEY":
			key, err = x509.ParsePKCS8PrivateKey(block.Bytes)
		case "RSA PRIVATE KEY":
			key, err = x509.ParsePKCS1PrivateKey(block.Bytes)
		case "EC PRIVATE KEY":
			key, err = x509.ParseECPrivateKey(block.Bytes)
		default:
			continue // what OpenSSL writes before a key on a curve, or a certificate
		}
		signer, ok := key.(crypto.Signer)
		if err != nil || !ok {
			return nil, errors.New("de sleutel is niet te lezen")
		}
		return signer, nil
	}
}

// ErrPassword is what FromPKCS12 gives when the password is not the right one.
var ErrPassword = errors.New("het wachtwoord past niet op het PKCS #12-bestand")

// FromPKCS12 reads a key and its certificates from one file with a password. Its
// errors are for the user.
func FromPKCS12(data []byte, password string) (Identity, error) {
	key, certificate, chain, err := pkcs12.DecodeChain(data, password)
	if errors.Is(err, pkcs12.ErrIncorrectPassword) {
		return Identity{}, ErrPassword
	}
	if err != nil {
		return Identity{}, errors.New("het PKCS #12-bestand is niet te lezen, of er staat geen sleutel met certificaat in")
	}
	signer, ok := key.(crypto.Signer)
	if !ok {
		return Identity{}, errors.New("met de sleutel in het PKCS #12-bestand is niet te tekenen")
	}
	id := Identity{signer, certificate, chain}
	return id, id.fits()
}

// fits checks that key and certificate belong together and can be used.
func (id Identity) fits() error {
	public, ok := id.Certificate.PublicKey.(interface{ Equal(crypto.PublicKey) bool })
	if !ok || !public.Equal(id.Key.Public()) {
		return errors.New("de sleutel hoort niet bij het certificaat")
	}
	const signs = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	if u := id.Certificate.KeyUsage; u != 0 && u&signs == 0 {
		return errors.New("het certificaat is niet bedoeld om mee te ondertekenen")
	}
	_, err := schemeOf(id.Key.Public())
	return err
}

// validAt checks that the certificate is valid at a moment.
func (id Identity) validAt(moment time.Time) error {
	from, until := id.Certificate.NotBefore, id.Certificate.NotAfter
	if moment.Before(from) || moment.After(until) {
		in := func(t time.Time) string { return t.In(moment.Location()).Format("2006-01-02 15:04") }
		return fmt.Errorf("het certificaat is op %s niet geldig: het geldt van %s tot en met %s", in(moment), in(from), in(until))
	}
	return nil
}
