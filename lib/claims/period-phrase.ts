import { isPeriod, type Period } from "#lib/series/period";
import { monthNumber, monthWord } from "./printed-period.ts";
import { ordinalOf } from "./number-words.ts";
import { wordAt, type Token } from "./word-token.ts";

/** A period in words: "September 2008", "September of 2008", "the third quarter of 2025", "Q3 2025", "2008". */
export function periodPhraseAt(
  tokens: readonly Token[],
  at: number,
): { readonly period: Period; readonly end: number } | null {
  const start = wordAt(tokens, at) === "the" ? at + 1 : at;
  const token = tokens[start];
  if (token?.kind === "period") return { period: token.period, end: start + 1 };
  const part = partOfYearAt(tokens, start);
  if (part === null) return null;
  const year = wordAt(tokens, part.end) === "of" ? part.end + 1 : part.end;
  const yearToken = tokens[year];
  if (yearToken?.kind !== "period" || yearToken.period.length !== 4) return null;
  const period = `${yearToken.period}-${part.name}`;
  return isPeriod(period) ? { period, end: year + 1 } : null;
}

/** The number of a month, 1 to 12, by its name; null for other words. */
export function monthNamed(word: string): number | null {
  return wholeMonth.test(word) ? monthNumber(word) : null;
}

const wholeMonth = new RegExp(`^${monthWord}$`, "iu");

function partOfYearAt(tokens: readonly Token[], at: number) {
  const word = wordAt(tokens, at);
  if (/^q[1-4]$/.test(word)) return { name: word.toUpperCase(), end: at + 1 };
  const quarter = ordinalOf(word);
  if (quarter !== null && quarter <= 4 && wordAt(tokens, at + 1) === "quarter") {
    return { name: `Q${quarter}`, end: at + 2 };
  }
  if (!wholeMonth.test(word)) return null;
  return { name: String(monthNumber(word)).padStart(2, "0"), end: at + 1 };
}
