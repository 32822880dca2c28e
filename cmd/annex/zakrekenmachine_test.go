package main

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
)

// pocketCalculator works out a formula as it is printed: Dutch numbers, the four
// operations, brackets, percentages, and a floor or ceiling behind it. It shares
// no code with the engine.
func pocketCalculator(printed string) (decimal.Decimal, error) {
	value, err := workOut(remarks.ReplaceAllString(printed, ""))
	if err != nil {
		return decimal.Zero, err
	}
	return decimal.NewFromBigRat(value, 20), nil
}

// remarks are the words behind a figure: why a branch applies, which row it is.
var remarks = regexp.MustCompile(` \((want|rij|laagste rij|hoogste rij)[^()]*(\([^()]*\)[^()]*)*\)`)

type calculator struct {
	tokens []string
	at     int
}

var token = regexp.MustCompile(`\s*([0-9][0-9.]*(?:,[0-9]+)?%?|[-+−×/()]|, ten minste|, ten hoogste)`)

func workOut(text string) (*big.Rat, error) {
	c := &calculator{}
	rest := text
	for strings.TrimSpace(rest) != "" {
		m := token.FindStringSubmatchIndex(rest)
		if m == nil || m[0] != 0 {
			return nil, fmt.Errorf("not a formula at %q", rest)
		}
		c.tokens = append(c.tokens, rest[m[2]:m[3]])
		rest = rest[m[1]:]
	}
	v, err := c.bounded()
	if err == nil && c.at < len(c.tokens) {
		err = fmt.Errorf("something is left at %q", c.tokens[c.at])
	}
	return v, err
}

func (c *calculator) peek() string {
	if c.at < len(c.tokens) {
		return c.tokens[c.at]
	}
	return ""
}

// bounded is a sum with a floor or ceiling behind it.
func (c *calculator) bounded() (*big.Rat, error) {
	v, err := c.sum()
	for err == nil && strings.HasPrefix(c.peek(), ", ten ") {
		floor := c.peek() == ", ten minste"
		c.at++
		var bound *big.Rat
		if bound, err = c.sum(); err == nil && (v.Cmp(bound) < 0) == floor {
			v = bound
		}
	}
	return v, err
}

func (c *calculator) sum() (*big.Rat, error) {
	v, err := c.product()
	for err == nil && (c.peek() == "+" || c.peek() == "−") {
		sign := c.peek()
		c.at++
		var w *big.Rat
		if w, err = c.product(); err != nil {
			break
		}
		if sign == "−" {
			w.Neg(w)
		}
		v.Add(v, w)
	}
	return v, err
}

func (c *calculator) product() (*big.Rat, error) {
	v, err := c.factor()
	for err == nil && (c.peek() == "×" || c.peek() == "/") {
		sign := c.peek()
		c.at++
		var w *big.Rat
		if w, err = c.factor(); err != nil {
			break
		}
		if sign == "/" {
			if w.Sign() == 0 {
				return nil, fmt.Errorf("division by nil")
			}
			w.Inv(w)
		}
		v.Mul(v, w)
	}
	return v, err
}

func (c *calculator) factor() (*big.Rat, error) {
	t := c.peek()
	c.at++
	switch {
	case t == "(":
		v, err := c.bounded()
		if err == nil && c.peek() != ")" {
			err = fmt.Errorf("a bracket is missing")
		}
		c.at++
		return v, err
	case t == "−":
		v, err := c.factor()
		if err == nil {
			v.Neg(v)
		}
		return v, err
	}
	digits := strings.TrimSuffix(t, "%")
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(strings.ReplaceAll(digits, ".", ""), ",", "."))
	if !ok {
		return nil, fmt.Errorf("%q is no number", t)
	}
	if digits != t {
		v.Quo(v, big.NewRat(100, 1))
	}
	return v, nil
}
