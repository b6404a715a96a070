import type { Sentence } from "#lib/articles/mark";
import { formatDay } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";

/** Whether a sentence names a day: "June 18" of June 18, 2026, "18 June" or "2026-06-18"; with a year it must be the right one. */
export function namesDay({ before, claim, after }: Sentence, day: VintageDate): boolean {
  const [monthAndDate = "", year = ""] = formatDay(day).split(", ");
  const [month = "", date = ""] = monthAndDate.split(" ");
  const inWords = `${month} ${date}(?:st|nd|rd|th)?|(?<!\\d)${date}(?:st|nd|rd|th)? ${month}`;
  const named = new RegExp(`(?:${inWords})(?!\\d|,? (?!${year})\\d{4}(?!\\d))`, "u");
  const text = `${before}${claim}${after}`.replaceAll(/\s+/gu, " ");
  return named.test(text) || text.includes(day);
}
