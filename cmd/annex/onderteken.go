package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"annex/render/pdf/sign"

	"github.com/spf13/cobra"
)

// wachtwoordvariabele holds the password of a PKCS #12 file. A password is never an
// argument: other users of a computer can see those.
const wachtwoordvariabele = "ANNEX_WACHTWOORD"

// ondertekening is what the command onderteken was asked, as it was typed.
type ondertekening struct {
	bijlage, uit         string
	sleutel, certificaat string // PEM
	pkcs12, wachtwoord   string // instead of those
	moment               string
	overschrijf          bool
}

func ondertekenCommando() *cobra.Command {
	var v ondertekening
	c := &cobra.Command{
		Use:     "onderteken BIJLAGE",
		Aliases: []string{"sign"},
		Short:   "Zet een elektronische handtekening op een bijlage",
		Long: `Zet een elektronische handtekening op een bijlage (PDF) die annex heeft gemaakt.
Wie haar opent, kan zien van wie de handtekening is en of er sindsdien iets is
gewijzigd. Op de bladzijden is de handtekening niet te zien.

U tekent met uw eigen sleutel en certificaat: twee PEM-bestanden, of één
PKCS #12-bestand (.p12 of .pfx). Het wachtwoord daarvan leest annex uit het bestand
achter --wachtwoordbestand of uit de omgevingsvariabele ANNEX_WACHTWOORD.

annex maakt er geen gekwalificeerde handtekening van. Dat is zij alleen als uw
certificaat en het middel waarmee u tekent gekwalificeerd zijn. Vraag bij het
gerecht na of het deze handtekening aanvaardt.

De bijlage blijft zoals zij is; de ondertekende komt ernaast, als
BIJLAGE-ondertekend.pdf.`,
		Example: `  annex onderteken zaak.pdf --sleutel sleutel.pem --certificaat certificaat.pem
  annex onderteken zaak.pdf --pkcs12 pas.p12 --wachtwoordbestand wachtwoord.txt`,
		Args:              precies(1, "de bijlage"),
		ValidArgsFunction: pdfBestanden,
		RunE: func(cmd *cobra.Command, args []string) error {
			v.bijlage = args[0]
			return v.voerUit(cmd)
		},
	}
	optie(c, &v.sleutel, "sleutel", "", "BESTAND", "BESTAND met uw sleutel (PEM, zonder wachtwoord)", bestanden("pem"))
	optie(c, &v.certificaat, "certificaat", "", "BESTAND", "BESTAND met uw certificaat (PEM), en zo mogelijk die van de uitgever", bestanden("pem"))
	optie(c, &v.pkcs12, "pkcs12", "", "BESTAND", "BESTAND met sleutel en certificaat samen (.p12 of .pfx)", bestanden("p12"))
	optie(c, &v.wachtwoord, "wachtwoordbestand", "", "BESTAND", "BESTAND met het wachtwoord van --pkcs12", bestanden("txt"))
	optie(c, &v.uit, "uit", "o", "BESTAND", "schrijf de ondertekende bijlage naar BESTAND", bestanden("pdf"))
	optie(c, &v.moment, "moment", "", "MOMENT", "zet dit MOMENT in de handtekening (jjjj-mm-ddTuu:mm:ss); zonder deze optie nu", cobra.NoFileCompletions)
	c.Flags().BoolVar(&v.overschrijf, "overschrijf", false, "vervang een bestand dat er al staat")
	return c
}

// pdfBestanden completes the one PDF a command takes.
func pdfBestanden(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return []string{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
}

func (v ondertekening) voerUit(cmd *cobra.Command) error {
	moment, err := v.tijdstip()
	if err != nil {
		return err
	}
	id, err := v.ondertekenaar()
	if err != nil {
		return err
	}
	document, err := leesBestand("bijlage", v.bijlage, maxStuk)
	if err != nil {
		return err
	}
	signed, err := sign.PDF(document, id, moment)
	if err != nil {
		return &gebruiksfout{fmt.Sprintf("%s is niet ondertekend: %v", quote(v.bijlage), err), ""}
	}
	pad := v.uit
	if pad == "" {
		pad = strings.TrimSuffix(v.bijlage, filepath.Ext(v.bijlage)) + "-ondertekend.pdf"
	}
	if zelfdeBestand(pad, v.bijlage) {
		return &gebruiksfout{"de ondertekende bijlage kan niet in de plaats komen van de bijlage zelf; er is niets geschreven", "kies met --uit een andere naam"}
	}
	s := schrijver{v.overschrijf, "gebruik --overschrijf om het te vervangen", "kies met --uit een andere map", os.Link}
	if err := s.schrijf([]bestand{{pad: pad, data: signed}}); err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "geschreven: %s\nondertekend met het certificaat van %s, op %s\n", pad,
		strings.Map(zichtbaar, id.Name()), moment.Format("2006-01-02 15:04:05"))
	return err
}

// tijdstip gives the moment of signing. It is the one place where annex looks at
// the clock: a document is of the day that its case file says, but to sign is to
// do something at a moment, and a certificate is valid at one moment and not at
// another. With --moment the same input gives the same bytes.
func (v ondertekening) tijdstip() (time.Time, error) {
	if v.moment == "" {
		return time.Now().Truncate(time.Second), nil
	}
	if t, err := time.Parse(time.RFC3339, v.moment); err == nil { // with a zone
		return t, nil
	}
	t, err := time.ParseInLocation("2006-01-02T15:04:05", v.moment, time.Local)
	if err != nil {
		return t, &gebruiksfout{quote(v.moment) + " is geen moment", "schrijf --moment jjjj-mm-ddTuu:mm:ss, bijvoorbeeld 2025-02-14T10:30:00"}
	}
	return t, nil
}

func (v ondertekening) ondertekenaar() (sign.Identity, error) {
	const meesteBytes = 1 << 20
	const voorbeeld = "annex onderteken --help toont voorbeelden"
	pem := v.sleutel != "" || v.certificaat != ""
	switch {
	case v.pkcs12 != "" && pem:
		return sign.Identity{}, &gebruiksfout{"--pkcs12 gaat niet samen met --sleutel en --certificaat", voorbeeld}
	case v.wachtwoord != "" && v.pkcs12 == "":
		return sign.Identity{}, &gebruiksfout{"--wachtwoordbestand hoort bij --pkcs12", voorbeeld}
	case v.pkcs12 == "" && (v.sleutel == "" || v.certificaat == ""):
		return sign.Identity{}, &gebruiksfout{"om te ondertekenen zijn --sleutel en --certificaat nodig, of --pkcs12", voorbeeld}
	}
	if pem {
		key, err := leesBestand("sleutel", v.sleutel, meesteBytes)
		if err != nil {
			return sign.Identity{}, err
		}
		certificate, err := leesBestand("certificaat", v.certificaat, meesteBytes)
		if err != nil {
			return sign.Identity{}, err
		}
		return bruikbaar(sign.FromPEM(key, certificate))
	}
	data, err := leesBestand("PKCS #12-bestand", v.pkcs12, meesteBytes)
	if err != nil {
		return sign.Identity{}, err
	}
	password, stated := os.LookupEnv(wachtwoordvariabele)
	if v.wachtwoord != "" {
		line, err := leesBestand("wachtwoordbestand", v.wachtwoord, meesteBytes)
		if err != nil {
			return sign.Identity{}, err
		}
		password, stated = strings.TrimRight(string(line), "\r\n"), true
	}
	id, err := sign.FromPKCS12(data, password)
	if errors.Is(err, sign.ErrPassword) && !stated {
		return id, &gebruiksfout{"op het PKCS #12-bestand zit een wachtwoord", "zet het in een bestand achter --wachtwoordbestand, of in " + wachtwoordvariabele}
	}
	return bruikbaar(id, err)
}

// bruikbaar turns what is wrong with a key into a mistake of who gave it.
func bruikbaar(id sign.Identity, err error) (sign.Identity, error) {
	if err != nil {
		return id, &gebruiksfout{err.Error(), ""}
	}
	return id, nil
}

// leesBestand reads a file that may not be larger than most bytes; wat says what it
// is to the user.
func leesBestand(wat, pad string, most int64) ([]byte, error) {
	f, err := os.Open(pad)
	var data []byte
	if err == nil {
		defer f.Close()
		data, err = io.ReadAll(io.LimitReader(f, most+1))
	}
	waarom := "het is niet te lezen"
	switch {
	case err == nil && int64(len(data)) <= most:
		return data, nil
	case err == nil:
		waarom = "het is te groot"
	case errors.Is(err, fs.ErrNotExist):
		waarom = "het bestaat niet"
	case errors.Is(err, fs.ErrPermission):
		waarom = "u mag het niet lezen"
	case isMap(pad):
		waarom = "het is een map"
	}
	return nil, &gebruiksfout{fmt.Sprintf("%s %s: %s", wat, quote(pad), waarom), ""}
}
