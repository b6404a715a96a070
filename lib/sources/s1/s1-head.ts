import type { Problem } from "#lib/series/problem";
import { splitFields } from "../source-rows.ts";

/** Line 1 of s1_globl.txt. */
export const s1Title =
  "U.S. Transactions with Foreigners in Long-term Domestic and Foreign Securities, by Type and Country";

/**
 * The fifteen fields of the nineteen lines before the figures, trimmed; "-" is a rule of dashes. The words of a column run
 * down it ("Bonds of U.S. Gov't corps. & federally sponsored agencies [2]"), and only here it is said what it holds.
 */
export const s1Head = [
  `|||${s1Title}|||||||||||`,
  "||||||All amounts in millions of dollars.||||||||",
  '|||||[Refer to cntrysec.html file for "Cntry Code" identification.]|||||||||',
  "||||||||||||||",
  "|||Gross purchases by foreigners from U.S. residents|||||||Gross sales by foreigners to U.S. residents||||",
  "|||-|-|-|-|-|-|-|-|-|-|-|-",
  "||||Domestic securities||||||Domestic securities||||",
  "|||-|-|-|-|||-|-|-|-||",
  "|||Marketable||||||Marketable|||||",
  "|||U.S.||||||U.S.|||||",
  "|||Treasury|Bonds of|||||Treasury|Bonds of||||",
  "|||and|U.S.|||||and|U.S.||||",
  "|||Federal|Gov't|||||Federal|Gov't||||",
  "|||Financing|corps. &|U.S.||||Financing|corps. &|U.S.|||",
  "|||Bank|federally|corporate|U.S.|Foreign securities||Bank|federally|corporate|U.S.|Foreign securities|",
  "|||bonds &|sponsored|& other|corporate|-|-|bonds &|sponsored|& other|corporate|-|-",
  "Country|Country|End of|notes|agencies|bonds|stocks|Bonds|Stocks|notes|agencies|bonds|stocks|Bonds|Stocks",
  "name|code|month|[1]|[2]|[3]|[4]|[5]|[6]|[7]|[8]|[9]|[10]|[11]|[12]",
  "-|-|-|-|-|-|-|-|-|-|-|-|-|-|-",
] as const;

const kinds = new Map([
  [1, "wrong-title"],
  [2, "wrong-unit"],
]);

/**
 * The head of s1_globl.txt. It says what the figures are, so any difference is a problem, at the first field that differs:
 * `wrong-title`, `wrong-unit`, `wrong-heading`, `bad-quoting`.
 */
export function checkS1Head(lines: readonly string[], file: string): Problem[] {
  const problems: Problem[] = [];
  for (const [index, words] of s1Head.entries()) {
    const line = index + 1;
    const expected = words.split("|");
    const found = splitFields(lines[index] ?? "", line, file, problems).map(wordsIn);
    const fields = Math.max(expected.length, found.length);
    const wrong = Array.from({ length: fields }).findIndex((_, at) => expected[at] !== found[at]);
    if (wrong < 0) continue;
    problems.push({
      kind: kinds.get(line) ?? "wrong-heading",
      message: `Expected ${quote(expected[wrong])}, found ${quote(found[wrong])}`,
      at: { file, line, column: wrong + 1 },
      fix: "this is not s1_globl.txt as Tickmark knows it, or it is damaged; fetch it again",
    });
  }
  return problems;
}

function wordsIn(field: string): string {
  return field.trim().replace(/^-+$/, "-");
}

function quote(words: string | undefined): string {
  if (words === undefined) return "no such field";
  if (words === "") return "an empty field";
  return words === "-" ? "dashes" : `"${words}"`;
}
