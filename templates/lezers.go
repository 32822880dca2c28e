package templates

import (
	_ "embed"
	"go.yaml.in/yaml/v4"
)

// Hoofdstuk is one chapter of a bijlage: a heading of level 1 with the parts under
// it. A chapter of which no part has anything to say is left out with its heading.
type Hoofdstuk struct {
	// Kop is the heading without its letter; empty for parts without one.
	Kop string `eis:"mag"`
	// Aanduiding stands before the heading instead of a letter: "Bijlage 1".
	Aanduiding string `eis:"mag"`
	// NieuwePagina is NooitNieuw (or empty), AltijdNieuw or NaVoorblad.
	NieuwePagina string `yaml:"nieuwe_pagina" eis:"mag"`
	// Diepte is Volledig (or empty) or Kort.
	Diepte string `eis:"mag"`
	// VanafOnderdelen is how many sections the calculation has to have for the
	// chapter to be there.
	VanafOnderdelen int `yaml:"vanaf_onderdelen" eis:"mag"`
	// Inleiding stands under the heading; may be empty.
	Inleiding string `eis:"mag"`
	// Delen are the names of the parts, in order; render says which there are.
	Delen []string
}

// When a chapter starts on a new page.
const (
	NooitNieuw  = "nee"
	AltijdNieuw = "altijd"
	NaVoorblad  = "na-voorblad" // when what is before it fits on one page, so that this page stands alone
)

// How much of each line of the calculation is told.
const (
	Volledig = "volledig" // with the formula, the amounts filled in and the source
	Kort     = "kort"     // only what it is and the amount
)

// Indeling is what one kind of document is made of.
type Indeling struct {
	Hoofdstukken []Hoofdstuk
	// Teksten replaces texts of bijlage.yaml, under the same keys.
	Teksten yaml.Node `eis:"mag"`
}

// Indelingen are the documents that can be made.
type Indelingen struct {
	// Lezers, by reader: the whole bijlage.
	Lezers map[string]Indeling
	// Onderdelen, by name: a part of the bijlage that is a document of its own.
	Onderdelen map[string]Indeling
}

// The readers and the separate parts for which there is an Indeling.
const (
	Advocaat    = "advocaat"
	Griffie     = "griffie"
	Ouder       = "ouder"
	Behoefte    = "behoefte"
	Draagkracht = "draagkracht"
)

//go:embed lezers.yaml
var lezersYAML []byte

//go:embed kantoor.yaml
var kantoorYAML []byte

// Woord is a term of art with its meaning in plain language.
type Woord struct {
	Woord string
	// Vormen are other ways in which it is written.
	Vormen []string `eis:"mag"`
	// Betekenis is one or two sentences; may hold no field.
	Betekenis string
}
