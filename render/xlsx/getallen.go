package xlsx

import (
	"fmt"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// Numbers in a sentence that follows the figures. A program writes a number in a text as
// its language does, and never with separators: 1250,5 or 1250.5. The function that
// formats one, TEXT, reads its format in the language of the program too. So the digits
// are put together from whole numbers, which every program writes alike.

// numberText spells x, a name or a short expression, as a Dutch text of two decimals at
// most: 1.250,50 where it is money, 12,5 where it is not. A whole number has none.
func numberText(x string, money bool) string {
	x = fmt.Sprintf("ROUND(ABS(%s),2)", x)
	// The noise of binary arithmetic is gone before anything is cut off.
	cut := func(per int) string { return fmt.Sprintf("ROUNDDOWN(%s/%d,0)", x, per) }
	padded := func(rest string) string {
		return fmt.Sprintf(`IF(%[1]s<10,"00",IF(%[1]s<100,"0",""))&%[1]s`, "("+rest+")")
	}
	units := fmt.Sprintf("%s-1000*%s", cut(1), cut(1e3))
	thousands := fmt.Sprintf("%s-1000*%s", cut(1e3), cut(1e6))
	whole := fmt.Sprintf(`IF(%[1]s>=1000000,%[2]s&"."&%[3]s&"."&%[4]s,IF(%[1]s>=1000,%[5]s&"."&%[4]s,%[6]s))`,
		x, cut(1e6), padded(thousands), padded(units), cut(1e3), cut(1))
	cents := fmt.Sprintf("ROUND((%s-%s)*100,0)", x, cut(1))
	decimals := fmt.Sprintf(`IF(%[1]s<10,"0","")&%[1]s`, cents)
	if !money {
		tenths := fmt.Sprintf("ROUNDDOWN(%s/10,0)", cents)
		decimals = fmt.Sprintf("IF(%s=10*%s,%s,%s)", cents, tenths, tenths, "("+decimals+")")
	}
	return fmt.Sprintf(`%s&IF(%s=0,"",","&%s)`, whole, cents, decimals)
}

// signedText is numberText of what may be below nil.
func signedText(x string, money bool) string {
	return fmt.Sprintf(`IF(ROUND(%s,2)<0,"−","")&%s`, x, numberText(x, money))
}

// moneyText is how numberText writes an amount.
func moneyText(d decimal.Decimal) string {
	if d.Round(2).IsInteger() {
		return sheet.FormatNumber(d, 0)
	}
	return sheet.FormatNumber(d, 2)
}
