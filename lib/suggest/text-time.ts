import { findDates, monthNumber, monthWord } from "#lib/claims/printed-period";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { monthPeriod, shiftPeriod, type Period } from "#lib/series/period";
import type { ReadPart } from "./read-text.ts";
import type { SuggestOptions } from "./setting.ts";

/** When a text was written, and which month it is about. */
export interface TextTime {
  readonly written: VintageDate | null;
  /** The month whose data it tells: "data for May 2022". */
  readonly subject: Period | null;
  /** The day that outcomes are of. */
  readonly asked: VintageDate;
}

/** The next release and its day are not what a text is about. */
const isToCome = /\bnext (?:release|report|set)\b|\bscheduled\b|\bwill (?:be|report|cover)\b/iu;

const aboutMonth = new RegExp(
  String.raw`\b(?:data|figures|numbers|reports?|release|flows|statistics|survey)\b(?: \([^()]{1,10}\))?(?: data)? (?:for|of|in|on|covering) (?:the month of )?(?<month>${monthWord})(?:,? (?:of )?(?<year>(?:19|20)\d\d))?`,
  "iu",
);

/** So many sentences at the beginning may say when a text is from. */
const opening = 12;

export function timeOf(
  parts: readonly ReadPart[],
  options: SuggestOptions,
  asked: VintageDate,
): TextTime {
  const first = parts
    .flatMap(({ sentences }) => sentences.map(({ text }) => text))
    .slice(0, opening)
    .filter((text) => !isToCome.test(text));
  const written = options.written ?? options.asOf ?? dayIn(first);
  const named = first.flatMap((text) => {
    const { month, year } = aboutMonth.exec(text)?.groups ?? {};
    return month === undefined ? [] : [{ month: monthNumber(month), year }];
  });
  const full = named.find(({ year }) => year !== undefined);
  const one = full ?? named[0];
  if (one === undefined) return { written, asked, subject: null };
  if (one.year !== undefined)
    return { written, asked, subject: monthPeriod(Number(one.year), one.month) };
  return { written, asked, subject: written && latestOf(one.month, monthOfDay(written)) };
}

export function monthOfDay(day: VintageDate): Period {
  return monthPeriod(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

/** The first day of the calendar with all its parts. */
function dayIn(texts: readonly string[]): VintageDate | null {
  for (const text of texts) {
    // With a time of day behind it, as a header has it.
    const stamp = /\b\d{4}-\d\d-\d\d(?=T\d)/u.exec(text)?.[0] ?? "";
    if (isVintageDate(stamp)) return stamp;
    for (const { start, end } of findDates(text)) {
      const day = dayOf(text.slice(start, end));
      if (day !== null) return day;
    }
  }
  return null;
}

/** "July 18, 2022", "18 July 2022" and "2022-07-18" as days. */
function dayOf(printed: string): VintageDate | null {
  const iso = /^\d{4}-\d\d-\d\d$/u.test(printed) ? printed : isoOf(printed);
  return isVintageDate(iso) ? iso : null;
}

function isoOf(printed: string): string {
  const year = /\b(?:19|20)\d\d\b/u.exec(printed)?.[0] ?? "";
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b/u.exec(printed)?.[1] ?? "";
  const month = monthNumber(/\p{L}{3,}/u.exec(printed)?.[0] ?? "");
  return `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The last such month that is not after another. */
export function latestOf(month: number, until: Period): Period {
  const behind = (Number(until.slice(5)) - month + 12) % 12;
  return shiftPeriod(until, -behind);
}
