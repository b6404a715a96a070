import type { PeriodMention } from "#lib/nouns/period-mention";
import { monthPeriod, periodDistance, shiftPeriod, type Period } from "#lib/series/period";
import type { FigurePlace } from "./near-mentions.ts";
import { latestOf, monthOfDay, type TextTime } from "./text-time.ts";

/** A time that the year of another may be taken from. */
export interface Anchor {
  readonly month: Period;
  /** All months of its year are as near. */
  readonly isYear: boolean;
  readonly weight: number;
}

/** So many sentences back a year is remembered, and so many times. */
const farthest = 14;
const most = 3;

/** The times that a month without a year may be near: named before it, the text's own, the day that it was written. */
export function anchorsOf(place: FigurePlace, { subject, written, asked }: TextTime): Anchor[] {
  const found: Anchor[] = [];
  const add = (month: Period, isYear: boolean, weight: number) => {
    if (!found.some((one) => one.month === month)) found.push({ month, isYear, weight });
  };
  if (subject !== null) add(subject, false, 1);
  let [part, at] = [place.part, place.sentence];
  let isJustNamed = false;
  for (let step = 0; step < farthest && part >= 0 && found.length < most; step += 1) {
    const sentence = place.parts[part]?.sentences[at];
    for (const mention of sentence?.periods.toReversed() ?? []) {
      const full = fullTimeOf(mention);
      const weight = (subject === null ? 1 : 0.6) * 0.8 ** found.length;
      if (full === null) continue;
      add(full.month, full.isYear, weight);
      isJustNamed ||= step < 2;
    }
    at -= 1;
    if (at < 0) {
      part -= 1;
      at = (place.parts[part]?.sentences.length ?? 0) - 1;
    }
  }
  const title = place.parts.find(({ kind }) => kind === "heading");
  for (const mention of title?.sentences.flatMap(({ periods }) => periods) ?? []) {
    const full = fullTimeOf(mention);
    if (full !== null) add(full.month, full.isYear, 0.7);
  }
  // What a text without a day says it is about is not of today, nor is a month behind a year that has just been named.
  const isToday = written !== null || (subject === null && !isJustNamed);
  if (isToday)
    add(shiftPeriod(monthOfDay(written ?? asked), -1), false, found.length === 0 ? 0.9 : 0.5);
  return found;
}

function fullTimeOf(mention: PeriodMention): { month: Period; isYear: boolean } | null {
  if (mention.type === "year") return { month: monthPeriod(mention.year, 12), isYear: true };
  if (mention.type === "span") return { month: mention.to, isYear: false };
  if (mention.type !== "month" && mention.type !== "end-of-year") return null;
  return mention.year === null
    ? null
    : { month: monthPeriod(mention.year, mention.month), isYear: false };
}

/** A month near an anchor: in its year, or the last that is not after it. A month just behind it is near as well. */
export function monthNear(month: number, { month: anchor, isYear }: Anchor): Period {
  if (isYear) return monthPeriod(Number(anchor.slice(0, 4)), month);
  const before = latestOf(month, anchor);
  const after = shiftPeriod(before, 12);
  return periodDistance(anchor, after) <= 3 ? after : before;
}
