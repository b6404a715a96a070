import { vintageMonth } from "#lib/articles/check-sentence";
import type { Sentence } from "#lib/articles/mark";
import { isOfMonth, saysDay } from "#lib/articles/said-day";
import { monthNumber } from "#lib/claims/printed-period";
import type { VintageDate } from "#lib/series/observation";

/**
 * Whether a sentence names the vintage of a day: by the day ("June 18" of June 18, 2026, "18 June" or "2026-06-18"; with a year it
 * must be the right one) or by its month ("the June figure"). `periods` are those of the claim: a figure that ends in a June, or
 * begins there, may be the June figure itself, of any vintage.
 */
export function namesDay(
  { before, claim, after }: Sentence,
  day: VintageDate,
  periods: readonly string[],
): boolean {
  const text = `${before}${claim}${after}`.replaceAll(/\s+/gu, " ");
  const ends = [...periods].sort();
  const month = Number(day.slice(5, 7));
  return (
    saysDay(text, day) ||
    (!isOfMonth([...ends.slice(0, 1), ...ends.slice(-1)], month) && namesMonth(text, month, day))
  );
}

/** Behind its noun a year is that of the figures: "the June data of 2024", "the June figure for last year". */
const yearBehind =
  /^ (?:of|for|from|in) (?:the )?(?:(?<year>\d{4})(?!\d)|(?:last|previous|prior) year|year before)/u;

/** "June was" may be about June; "June’s was" is about a figure. */
function namesMonth(text: string, month: number, day: VintageDate): boolean {
  return [...text.matchAll(vintageMonth)].some(({ 0: said, index, groups = {} }) => {
    const behind = yearBehind.exec(text.slice(index + said.length));
    return (
      monthNumber(groups["month"] ?? "") === month &&
      (groups["verb"] === undefined || /['\u2019]s /u.test(said)) &&
      (behind === null || behind.groups?.["year"] === day.slice(0, 4))
    );
  });
}
