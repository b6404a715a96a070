import { monthNumber, monthWord } from "#lib/claims/printed-period";
import type { VintageDate } from "#lib/series/observation";

/** A day in one of its forms. The groups of each form end in its number: a name may stand once only. */
const forms = [
  String.raw`(?<month1>${monthWord}) (?<date1>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? (?<year1>\d{4})(?!\d))?`,
  String.raw`(?<!\d)(?<date2>\d{1,2})(?:st|nd|rd|th)? (?<month2>${monthWord})(?:,? (?<year2>\d{4})(?!\d))?`,
  String.raw`(?<iso>\d{4}-\d{2}-\d{2})(?!\d)`,
];

/** The source of a pattern of days: "June 18", "June 18, 2026", "18 June", "2026-06-18". */
export const anyDay = forms.join("|");

const days = new RegExp(anyDay, "gu");

/** Whether a match of `anyDay` is this day; without a year it is of any. */
export function isSaidDay(
  { groups = {} }: { readonly groups?: Record<string, string | undefined> | undefined },
  day: VintageDate,
): boolean {
  if (groups["iso"] !== undefined) return groups["iso"] === day;
  const [year, month, date] = day.split("-").map(Number);
  return (
    monthNumber(groups["month1"] ?? groups["month2"] ?? "") === month &&
    Number(groups["date1"] ?? groups["date2"]) === date &&
    Number(groups["year1"] ?? groups["year2"] ?? year) === year
  );
}

/** Whether a text names this day in one of its forms. */
export function saysDay(text: string, day: VintageDate): boolean {
  return [...text.replaceAll(/\s+/gu, " ").matchAll(days)].some((said) => isSaidDay(said, day));
}

/** Whether figures of these periods have a month among them: "June was worse" is about it then, and of no vintage. */
export function isOfMonth(periods: readonly string[], month: number): boolean {
  return periods.some((period) => Number(period.slice(5, 7)) === month);
}
