import { isVintageDate, type VintageDate } from "#lib/series/observation";

/** A figure as a vintage said it. */
export interface CaseFigure {
  readonly key: string;
  readonly period: string;
  readonly day: string;
  readonly value: string;
}

/** A text, and what is found in it. */
export interface SuggestionCase {
  readonly text: string;
  readonly asOf: VintageDate | null;
  readonly expected: readonly string[];
}

/** The figures and cases of suggestions.txt, for tests; the file says how it is written. */
export function readSuggestionCases(source: string): {
  readonly figures: readonly CaseFigure[];
  readonly cases: readonly SuggestionCase[];
} {
  const figures: CaseFigure[] = [];
  const cases: SuggestionCase[] = [];
  for (const block of source.split(/\n{2,}/u)) {
    const lines = block.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    for (const line of lines) if (line.startsWith("figures:")) figures.push(...figuresOf(line));
    const [first, ...others] = lines.filter((line) => !line.startsWith("figures:"));
    if (first === undefined) continue;
    const day = /^as of (\S+)$/u.exec(first)?.[1] ?? "";
    const asOf = isVintageDate(day) ? day : null;
    const [text, expected] = asOf === null ? [first, others] : [others[0] ?? "", others.slice(1)];
    cases.push({ text: text.replaceAll(String.raw`\n`, "\n"), asOf, expected });
  }
  return { figures, cases };
}

function figuresOf(line: string): CaseFigure[] {
  const [head = "", ...words] = line.slice("figures:".length).split("|");
  const [key = "", period = ""] = head.trim().split(" ");
  return words.map((word) => {
    const [day = "", value = ""] = word.trim().split(" ");
    return { key, period, day, value };
  });
}
