import { vintageMonth } from "#lib/articles/check-sentence";
import type { Sentence } from "#lib/articles/mark";
import { monthNumber } from "#lib/claims/printed-period";
import { formatDay } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";

/**
 * Whether a sentence names the vintage of a day: by the day ("June 18" of June 18, 2026, "18 June" or "2026-06-18"; with a year it
 * must be the right one) or by its month ("the June figure").
 */
export function namesDay({ before, claim, after }: Sentence, day: VintageDate): boolean {
  const [monthAndDate = "", year = ""] = formatDay(day).split(", ");
  const [month = "", date = ""] = monthAndDate.split(" ");
  const inWords = `${month} ${date}(?:st|nd|rd|th)?|(?<!\\d)${date}(?:st|nd|rd|th)? ${month}`;
  const named = new RegExp(`(?:${inWords})(?!\\d|,? (?!${year})\\d{4}(?!\\d))`, "u");
  const text = `${before}${claim}${after}`.replaceAll(/\s+/gu, " ");
  return named.test(text) || text.includes(day) || namesMonth(text, Number(day.slice(5, 7)));
}

/** "June was" may be about June; "June’s was" is about a figure. */
function namesMonth(text: string, month: number): boolean {
  return [...text.matchAll(vintageMonth)].some(
    ({ 0: said, groups = {} }) =>
      monthNumber(groups["month"] ?? "") === month &&
      (groups["verb"] === undefined || /['\u2019]s /u.test(said)),
  );
}
