package xlsxcheck

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
)

// The functions that Excel, LibreOffice, Gnumeric and Google Sheets document and
// calculate alike for what annex gives them.
var allowed = strings.Fields("ABS AND IF INDEX MATCH MAX MIN NOT OR ROUND ROUNDDOWN ROUNDUP SMALL SUM SUMPRODUCT TRUE")

// The functions that give another value each time, or look where a reader does not see.
var volatile = strings.Fields("NOW TODAY RAND RANDBETWEEN RANDARRAY OFFSET INDIRECT CELL INFO")

// token is a part of a formula.
type token struct {
	kind tokenKind
	text string
}

type tokenKind int

const (
	symbol    tokenKind = iota // an operator, a comma or a bracket
	value                      // a number or a text
	call                       // the name of a function, with its bracket
	cellRef                    // B5, $B$5
	rowRef                     // $1, in $1:$4
	sheetRef                   // the sheet before an exclamation mark
	nameRef                    // a defined name
	forbidden                  // what has no place in a formula
)

var tokenForms = []struct {
	kind tokenKind
	form *regexp.Regexp
}{
	{value, regexp.MustCompile(`^"(?:[^"]|"")*"`)},
	{sheetRef, regexp.MustCompile(`^'(?:[^']|'')+'!`)},
	{sheetRef, regexp.MustCompile(`^[\p{L}_][\p{L}\p{N}_.]*!`)},
	{call, regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.]*\(`)},
	{cellRef, regexp.MustCompile(`^\$?[A-Z]{1,3}\$?[1-9][0-9]*\b`)},
	{rowRef, regexp.MustCompile(`^\$[1-9][0-9]*\b`)},
	{value, regexp.MustCompile(`^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?`)},
	{nameRef, regexp.MustCompile(`^[\p{L}_][\p{L}\p{N}_.]*`)},
	{symbol, regexp.MustCompile(`^(?:<>|<=|>=|[-+*/^&=<>,:()])`)},
	{forbidden, regexp.MustCompile(`^.`)},
}

func tokens(formula string) []token {
	var list []token
	for rest := formula; rest != ""; {
		if trimmed := strings.TrimLeft(rest, " "); trimmed != rest {
			rest = trimmed
			continue
		}
		for _, f := range tokenForms {
			if text := f.form.FindString(rest); text != "" {
				list, rest = append(list, token{f.kind, text}), rest[len(text):]
				break
			}
		}
	}
	return list
}

// formula judges a formula that stands on a sheet.
func (c *checker) formula(where, formula string) {
	if n := len(utf16.Encode([]rune(formula))); n > longestFormula {
		c.add(Formula, where, "is of %d characters, more than %d", n, longestFormula)
	}
	if strings.HasPrefix(formula, "=") || strings.TrimSpace(formula) == "" {
		c.add(Formula, where, "%q is no formula", formula)
		return
	}
	list := tokens(formula)
	var open []string // the functions and brackets that are open
	calls := 0
	for i, t := range list {
		switch t.kind {
		case forbidden:
			if t.text == "[" {
				c.add(External, where, "refers to another workbook, or to a table: %s", shown(formula))
				return
			}
			c.add(Formula, where, "%q in %s", t.text, shown(formula))
			return
		case call:
			function := strings.ToUpper(strings.TrimSuffix(t.text, "("))
			switch {
			case slices.Contains(volatile, function):
				c.add(Volatile, where, "%s", function)
			case !slices.Contains(allowed, function):
				c.add(Function, where, "%s", function)
			}
			open = append(open, function)
			if calls++; calls > deepestFormula {
				c.add(Formula, where, "%d functions in each other, more than %d", calls, deepestFormula)
				return
			}
			if what := badArguments(function, list[i+1:]); what != "" {
				c.add(Function, where, "%s %s", function, what)
			}
		case sheetRef:
			sheet := strings.TrimSuffix(t.text, "!")
			if strings.HasPrefix(sheet, "'") {
				sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
			}
			if strings.ContainsAny(sheet, "[]") {
				c.add(External, where, "refers to %s", sheet)
			} else if c.byName[strings.ToLower(sheet)] == nil {
				c.add(Reference, where, "the sheet %s is not there", sheet)
			}
			if i+1 == len(list) || list[i+1].kind != cellRef && list[i+1].kind != rowRef {
				c.add(Formula, where, "a sheet without a cell in %s", shown(formula))
			}
		case cellRef:
			if _, ok := parseCell(t.text); !ok {
				c.add(Reference, where, "the cell %s is outside the sheet", t.text)
			}
		case nameRef:
			if lower := strings.ToLower(t.text); lower != "true" && lower != "false" && !c.defined[lower] {
				c.add(Reference, where, "the name %s is not there", t.text)
			}
		case symbol:
			switch t.text {
			case "(":
				open = append(open, "")
			case ")":
				if len(open) == 0 {
					c.add(Formula, where, "a bracket too many in %s", shown(formula))
					return
				}
				if open[len(open)-1] != "" {
					calls--
				}
				open = open[:len(open)-1]
			}
		}
	}
	if len(open) > 0 {
		c.add(Formula, where, "%d brackets too few in %s", len(open), shown(formula))
	}
}

// badArguments says what is wrong with the arguments of a function that not every
// program reads alike in each form; rest stands behind its bracket.
func badArguments(function string, rest []token) string {
	var args [][]token
	arg, depth := []token{}, 0
	for _, t := range rest {
		switch {
		case t.kind == call, t.text == "(":
			depth++
		case t.text == ")":
			depth--
		}
		if depth < 0 {
			break
		}
		if t.text == "," && depth == 0 {
			args, arg = append(args, arg), nil
			continue
		}
		arg = append(arg, t)
	}
	args = append(args, arg)
	switch function {
	case "MATCH":
		if len(args) != 3 || len(args[2]) != 1 || args[2][0].text != "1" {
			return "looks for other than the last row up to a key"
		}
	case "SMALL":
		if len(args) != 2 || slices.ContainsFunc(args[0], func(t token) bool { return t.text == "(" || t.kind == call }) {
			return "is over more than one range"
		}
	case "TRUE":
		if len(args) != 1 || len(args[0]) != 0 {
			return "has an argument"
		}
	}
	return ""
}

// shown is the begin of a formula, for a finding.
func shown(formula string) string {
	const most = 80
	if r := []rune(formula); len(r) > most {
		return fmt.Sprintf("%s…", string(r[:most]))
	}
	return formula
}
