import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import type { Multiplier } from "#lib/series/unit";
import { lengthLimit } from "./limits.ts";
import type { ExpressionProblem, ExpressionProblemKind } from "./problem.ts";
import type { TextRange } from "./tree.ts";
import type { Dimension } from "#lib/series/format";

/** A piece of the text with its place. */
export type Token = TextRange &
  (
    | {
        readonly kind: "number";
        readonly digits: string;
        readonly dimension: Dimension;
        readonly power: Multiplier;
      }
    | { readonly kind: "period"; readonly period: Period }
    | { readonly kind: "date"; readonly date: VintageDate }
    | { readonly kind: "key"; readonly key: string }
    | { readonly kind: "word"; readonly word: string }
    | { readonly kind: "symbol"; readonly symbol: string }
    | { readonly kind: "end" }
  );

/** More digits than any published figure has; bounds the size of exact results. */
const digitLimit = 30;

const patterns = {
  space: /\s+/y,
  /** A year with something behind a hyphen: a month, a quarter or a day, or one that was meant. */
  calendar: /[0-9]{4}-[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*/y,
  money:
    /\$\s?(?<digits>[0-9]+(?:\.[0-9]+)?)(?:\s*(?<scale>thousand|million|billion|trillion|mn|bn|tn|m|b|k)(?![A-Za-z0-9_]))?/y,
  number: /(?<digits>[0-9]+(?:\.[0-9]+)?)(?<percent>\s?%)?/y,
  /** A hyphen inside a key or a word belongs to it: `a - b` needs its spaces. Braces are read by `readBraces`. */
  key: /(?:[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*|\{[^{}]*\})(?:\.(?:[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*|\{[^{}]*\}))+/y,
  word: /[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/y,
  symbol: /\.\.|!=|<=|>=|[=<>+\-*/(),]/y,
} as const;

const powers: Readonly<Record<string, Multiplier>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  tn: 12,
  trillion: 12,
};

const typographic: Readonly<Record<string, string>> = {
  "\u2212": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u00d7": "*",
  "\u00f7": "/",
  "\u2264": "<=",
  "\u2265": ">=",
  "\u2260": "!=",
  "\u2026": "..",
  "!": "!=",
  "&": "and",
  "|": "or",
};

/**
 * Cuts a text into tokens, the last of kind `end`; what is no token is a problem, and the rest is still read. A text that is
 * too long is not read at all.
 */
export function readTokens(text: string): { tokens: Token[]; problems: ExpressionProblem[] } {
  if (text.length > lengthLimit) {
    const message = `An expression of ${text.length} characters: at most ${lengthLimit} are read`;
    const place = { start: lengthLimit, end: text.length };
    return { tokens: [], problems: [{ kind: "too-long", message, ...place }] };
  }
  const tokens: Token[] = [];
  const problems: ExpressionProblem[] = [];
  let start = 0;

  function match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = start;
    return pattern.exec(text);
  }
  function report(end: number, kind: ExpressionProblemKind, message: string, fix?: string): void {
    problems.push({ kind, message, start, end, fix });
  }
  /** Reads one token or problem at `start` and returns where it ends. */
  function step(): number {
    const calendar = match(patterns.calendar);
    if (calendar) return readCalendar(calendar[0]);
    const money = match(patterns.money);
    if (money) {
      const power = powers[money.groups?.["scale"] ?? ""] ?? 0;
      return readNumber(money[0], money.groups?.["digits"] ?? "", "USD", power);
    }
    const number = match(patterns.number);
    if (number) {
      const dimension = number.groups?.["percent"] === undefined ? "number" : "percent";
      return readNumber(number[0], number.groups?.["digits"] ?? "", dimension, 0);
    }
    const key = match(patterns.key);
    if (key) return push({ kind: "key", key: key[0], ...range(key[0]) });
    const word = match(patterns.word);
    if (word) return push({ kind: "word", word: word[0], ...range(word[0]) });
    const symbol = match(patterns.symbol);
    if (symbol) return push({ kind: "symbol", symbol: symbol[0], ...range(symbol[0]) });
    return readStranger();
  }
  function range(found: string): TextRange {
    return { start, end: start + found.length };
  }
  function push(token: Token): number {
    tokens.push(token);
    return token.end;
  }
  function readCalendar(found: string): number {
    const { end } = range(found);
    if (isPeriod(found)) return push({ kind: "period", period: found, start, end });
    if (isVintageDate(found)) return push({ kind: "date", date: found, start, end });
    if (/^\d{4}-\d+-\d+$/.test(found)) {
      report(
        end,
        "bad-date",
        `\`${found}\` is not a day of the calendar`,
        "write a date as 2026-02-18",
      );
    } else {
      report(
        end,
        "bad-period",
        `\`${found}\` is not a period`,
        "write a month as 2025-12, a quarter as 2025-Q4, a year as 2025",
      );
    }
    return end;
  }
  function readNumber(
    found: string,
    digits: string,
    dimension: Dimension,
    power: Multiplier,
  ): number {
    const { end } = range(found);
    // No function takes a bare three-digit argument, so this can only be a thousands separator.
    const grouped = /^(?:,\d{3})+(?!\d)/.exec(text.slice(start + found.length));
    if (grouped && !found.endsWith("%")) {
      const whole = end + grouped[0].length;
      report(
        whole,
        "bad-number",
        `\`${text.slice(start, whole)}\` has a comma in a number`,
        `write ${text.slice(start, whole).replaceAll(",", "")}`,
      );
      return whole;
    }
    if (digits.replace(".", "").length > digitLimit) {
      report(
        end,
        "bad-number",
        `A number of ${digits.length} digits: at most ${digitLimit} are read`,
      );
      return end;
    }
    return push({ kind: "number", digits, dimension, power, start, end });
  }
  function readStranger(): number {
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    const { end } = range(character);
    const plain = typographic[character];
    if (character === "{" || character === "}") {
      report(
        end,
        "bad-braces",
        `\`${character}\` stands only round parts of a key`,
        "write them as slt1.total.net.{japan,canada}",
      );
    } else if (character === "$") {
      report(
        end,
        "bad-number",
        "`$` stands before a figure",
        "write $100 billion; a minus stands before the dollar sign",
      );
    } else {
      report(
        end,
        "unexpected-text",
        `\`${character}\` has no meaning here`,
        plain && `write \`${plain}\``,
      );
    }
    return end;
  }

  while (start < text.length) start = match(patterns.space) ? patterns.space.lastIndex : step();
  tokens.push({ kind: "end", start: text.length, end: text.length });
  return { tokens, problems };
}
