import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";

/** The first line of lines.csv. */
export const pressHeading =
  "release_date,press_release,reference_month,column_type,period,line,value_usd_bn";

/** Number of the field that holds the figure, counted from 1. */
export const valueField = 7;

/** What every line of one release says in its first three fields. */
export interface PressHead {
  readonly released: VintageDate;
  readonly name: string;
  readonly reference: Period;
  /** The three fields as they stand, with their commas. */
  readonly text: string;
}

/** The first three fields of a line. */
export function headText(line = ""): string {
  return line.split(",", 3).join();
}

/**
 * What the release that starts at `at` says of itself: what most of its first lines say, so that one damaged line does not
 * make all others wrong. Or the problem with it: `wrong-date`, `wrong-name`.
 */
export function readHead(
  lines: readonly string[],
  at: number,
  file: string,
): PressHead | { readonly problem: Problem } {
  const text = mostFrequent(lines.slice(at, at + 8).map(headText));
  const [released = "", name = "", reference = ""] = text.split(",");
  const problem = (kind: string, column: number, expected: string, found = "") => ({
    problem: {
      kind,
      message: `Expected ${expected}, found "${found}"`,
      at: { file, line: at + 1, column },
    },
  });
  if (!isVintageDate(released)) {
    return problem("wrong-date", 1, "a day of release such as 2006-11-16", released);
  }
  if (!/^[a-z]{2}\d{1,5}$/.test(name)) {
    return problem("wrong-name", 2, "a press release such as hp167", name);
  }
  if (!isPeriod(reference) || !/^(19|20)\d\d-\d/.test(reference)) {
    return problem("wrong-date", 3, "a month such as 2006-09", reference);
  }
  return { released, name, reference, text };
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? "";
}
