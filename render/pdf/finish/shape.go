package finish

import (
	"fmt"
	"maps"
	"slices"

	"annex/render/pdf/object"
)

// shape is what is found in a file that fpdf wrote. That file holds a catalog,
// a page tree of one level, one dictionary of resources for all pages, fonts of
// one kind, and images. Anything else is refused: it would have been written by a
// part of fpdf that this package does not know, and lost or left as it is.
type shape struct {
	tree      object.Ref // the page tree
	pages     []object.Ref
	resources object.Dict
	fonts     []font
}

// A font is a TrueType font that fpdf has cut down and embedded: Type0 over
// CIDFontType2, where the number of a character is its place in Unicode.
type font struct {
	name                              object.Name // in the resources
	composite, descendant, descriptor object.Dict
	program, glyphs                   *object.Stream // FontFile2 and CIDToGIDMap
}

func shapeOf(f *object.File) (*shape, error) {
	s := &shape{}
	catalog := f.Catalog()
	if err := only(catalog, "the catalog", "Type", "Pages", "Lang", "Names"); err != nil {
		return nil, err
	}
	names := f.Dict(catalog["Names"])
	if err := only(names, "the dictionary of names", "EmbeddedFiles"); err != nil {
		return nil, err
	}
	if attached := f.Dict(names["EmbeddedFiles"]); len(f.Array(attached["Names"])) > 0 {
		return nil, fmt.Errorf("files are attached")
	}
	tree, ok := catalog["Pages"].(object.Ref)
	if !ok {
		return nil, fmt.Errorf("the catalog points at no page tree")
	}
	s.tree = tree
	var err error
	if s.pages, err = f.Pages(); err != nil {
		return nil, err
	}
	for i, r := range s.pages {
		page := f.Dict(r)
		name := fmt.Sprintf("page %d", i+1)
		if err := only(page, name, "Type", "Parent", "Resources", "Group", "Contents"); err != nil {
			return nil, err
		}
		if page["Parent"] != object.Object(tree) {
			return nil, fmt.Errorf("%s is not in the page tree's first level", name)
		}
		if f.Stream(page["Contents"]) == nil {
			return nil, fmt.Errorf("%s has no contents", name)
		}
		resources := f.Dict(page["Resources"])
		if i == 0 {
			s.resources = resources
		} else if page["Resources"] != f.Dict(s.pages[0])["Resources"] {
			return nil, fmt.Errorf("%s has resources of its own", name)
		}
	}
	if err := only(s.resources, "the resources", "ProcSet", "Font", "XObject", "ColorSpace"); err != nil {
		return nil, err
	}
	if len(f.Dict(s.resources["ColorSpace"])) > 0 {
		return nil, fmt.Errorf("the resources have colour spaces")
	}
	fonts := f.Dict(s.resources["Font"])
	if len(fonts) == 0 {
		return nil, fmt.Errorf("the resources have no fonts")
	}
	for _, name := range slices.Sorted(maps.Keys(fonts)) {
		font, err := fontOf(f, fonts[name])
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", name, err)
		}
		font.name = name
		s.fonts = append(s.fonts, font)
	}
	images := f.Dict(s.resources["XObject"])
	for _, name := range slices.Sorted(maps.Keys(images)) {
		if err := checkImage(f, f.Stream(images[name])); err != nil {
			return nil, fmt.Errorf("image %s: %w", name, err)
		}
	}
	return s, nil
}

// only refuses a dictionary that has other keys than these, or that is none.
func only(d object.Dict, what string, keys ...object.Name) error {
	if d == nil {
		return fmt.Errorf("%s is no dictionary", what)
	}
	for _, k := range slices.Sorted(maps.Keys(d)) {
		if !slices.Contains(keys, k) {
			return fmt.Errorf("%s has a %s", what, k)
		}
	}
	return nil
}

func fontOf(f *object.File, o object.Object) (font, error) {
	composite := f.Dict(o)
	if composite["Subtype"] != object.Name("Type0") || composite["Encoding"] != object.Name("Identity-H") {
		return font{}, fmt.Errorf("no Type0 with Identity-H")
	}
	if err := only(composite, "the font", "Type", "Subtype", "BaseFont", "Encoding", "DescendantFonts", "ToUnicode"); err != nil {
		return font{}, err
	}
	descendants := f.Array(composite["DescendantFonts"])
	if len(descendants) != 1 {
		return font{}, fmt.Errorf("%d descendants", len(descendants))
	}
	descendant := f.Dict(descendants[0])
	if descendant["Subtype"] != object.Name("CIDFontType2") {
		return font{}, fmt.Errorf("its descendant is no CIDFontType2")
	}
	if err := only(descendant, "the descendant", "Type", "Subtype", "BaseFont", "CIDSystemInfo", "FontDescriptor", "DW", "W", "CIDToGIDMap"); err != nil {
		return font{}, err
	}
	descriptor := f.Dict(descendant["FontDescriptor"])
	if err := only(descriptor, "the descriptor", "Type", "FontName", "Ascent", "Descent", "CapHeight", "Flags", "FontBBox",
		"ItalicAngle", "StemV", "MissingWidth", "FontFile2"); err != nil {
		return font{}, err
	}
	result := font{composite: composite, descendant: descendant, descriptor: descriptor,
		program: f.Stream(descriptor["FontFile2"]), glyphs: f.Stream(descendant["CIDToGIDMap"])}
	if result.program == nil || result.glyphs == nil {
		return font{}, fmt.Errorf("it has no FontFile2 or no CIDToGIDMap")
	}
	return result, nil
}

// checkImage refuses what the output intent gives no colour to, and what PDF/A
// does not allow (ISO 19005-2, 6.2.8).
func checkImage(f *object.File, s *object.Stream) error {
	if s == nil || s.Dict["Subtype"] != object.Name("Image") {
		return fmt.Errorf("no image")
	}
	if err := only(s.Dict, "it", "Type", "Subtype", "Width", "Height", "ColorSpace", "BitsPerComponent", "Filter", "DecodeParms",
		"Mask", "SMask", "Length"); err != nil {
		return err
	}
	space := f.Name(s.Dict["ColorSpace"])
	if indexed := f.Array(s.Dict["ColorSpace"]); len(indexed) == 4 && f.Name(indexed[0]) == "Indexed" {
		space = f.Name(indexed[1])
	}
	if space != "DeviceRGB" && space != "DeviceGray" {
		return fmt.Errorf("colours in another space than RGB or grey")
	}
	if mask := s.Dict["SMask"]; mask != nil {
		return checkImage(f, f.Stream(mask))
	}
	return nil
}
