import Big from "big.js";

/** Longer ones are no sum that somebody types into a field. */
const MOST_CHARACTERS = 100;

const TOKEN = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|([-+*/()]))/y;

function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return null;
    tokens.push(found[1] ?? found[2] ?? "");
  }
  return tokens;
}

/**
 * What a sum comes to that is typed in place of a number, as "=12*3.5" or "1,200/4-10": plus, minus, times,
 * divided by, and parentheses. Null for anything else, a plain number and a division by zero included.
 * Unrounded but for divisions, which have twenty decimals.
 */
export function calculate(typed: string): Big | null {
  const text = typed.trim().replace(/^=/, "").replace(/[,$]/g, "").trim();
  const isSum = typed.trim().startsWith("=") || /[\d)]\s*[-+*/]/.test(text);
  if (!isSum || text.length > MOST_CHARACTERS) return null;
  const tokens = tokensOf(text);
  if (!tokens) return null;
  let at = 0;
  const take = (...wanted: string[]): string | null => {
    const token = tokens[at];
    if (token === undefined || !wanted.includes(token)) return null;
    at += 1;
    return token;
  };
  const factor = (): Big | null => {
    if (take("-")) return factor()?.neg() ?? null;
    if (take("+")) return factor();
    if (take("(")) {
      const inside = sum();
      return take(")") ? inside : null;
    }
    const number = tokens[at];
    if (number === undefined || !/\d/.test(number)) return null;
    at += 1;
    return new Big(number.replace(/^\./, "0.").replace(/\.$/, ""));
  };
  const product = (): Big | null => {
    let value = factor();
    for (let sign = take("*", "/"); sign; sign = take("*", "/")) {
      const by = factor();
      if (!value || !by || (sign === "/" && by.eq(0))) return null;
      value = sign === "*" ? value.times(by) : value.div(by);
    }
    return value;
  };
  const sum = (): Big | null => {
    let value = product();
    for (let sign = take("+", "-"); sign; sign = take("+", "-")) {
      const next = product();
      if (!value || !next) return null;
      value = sign === "+" ? value.plus(next) : value.minus(next);
    }
    return value;
  };
  const result = sum();
  return at === tokens.length ? result : null;
}
