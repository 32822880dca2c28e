// Package sheet is the model of a calculation: named lines that hold an
// expression. A rule describes, it does not calculate: values exist only after
// Evaluate, and the value, the printed formula and the spreadsheet formula are
// three walks over the same tree. It knows no law and no layout.
//
// The set of operators is closed. An operator comes complete: how it is
// evaluated, its unit rule, and how it is spelled in each Notation (in words,
// in numbers, in a spreadsheet's language). Adding one without all of these
// does not compile.
//
// Inside one expression arithmetic is exact (fractions); the only rounding is
// the rounding that stands in the expression and is printed with it.
package sheet
