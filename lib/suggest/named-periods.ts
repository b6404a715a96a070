import type { PeriodMention } from "#lib/nouns/period-mention";
import { shiftPeriod, type Period } from "#lib/series/period";
import { originsOf } from "./change-origins.ts";
import { nearMentions, type FigurePlace, type NearMention } from "./near-mentions.ts";
import { isLength, spansOf } from "./period-spans.ts";
import { anchorsOf, type Anchor } from "./time-anchors.ts";
import { monthOfDay, type TextTime } from "./text-time.ts";

/** Months that words may mean, both included. */
export interface NamedMonths {
  readonly from: Period;
  readonly to: Period;
  readonly weight: number;
  /** Whether words near the figure say it, or it goes without saying. */
  readonly isSaid: boolean;
}

/** Of what months a figure may be. */
export interface FigureMonths {
  /** The likeliest first. */
  readonly months: readonly NamedMonths[];
  /** What a change may be from: a month, or so many months before the last. */
  readonly origins: readonly { readonly month: Period; readonly weight: number }[];
  readonly lengths: readonly { readonly length: number; readonly weight: number }[];
  /** Averages of the months. */
  readonly isMean: boolean;
}

const agoBehind =
  /^,? (?:in |from |of )?(?:(?:a|one|the) (?<unit>year|month) (?:earlier|before|ago)|the (?:previous|prior|preceding) (?<of>year|month))\b/iu;

export function monthsOfFigure(place: FigurePlace, time: TextTime): FigureMonths {
  const sentence = place.parts[place.part]?.sentences[place.sentence];
  if (sentence === undefined) return { months: [], origins: [], lengths: [], isMean: false };
  const near = nearMentions(place, ({ periods }) => periods);
  const anchors = anchorsOf(place, time);
  const nearest = near.find(({ mention }) => !isLength(mention) && !mention.isOrigin)?.nearness;
  const isNear = near.some(
    ({ nearness, mention }) =>
      (nearness === "tied" || nearness === "clause" || nearness === "sentence") &&
      !isLength(mention),
  );
  const best = Math.min(1, near.find(({ mention }) => !isLength(mention))?.weight ?? 0);
  const lift = best === 0 ? 0 : best ** 0.3 / best;
  const months = new Map<string, NamedMonths>();
  const add = (one: NamedMonths) => {
    const name = `${one.from} ${one.to}`;
    if (one.weight > (months.get(name)?.weight ?? 0)) months.set(name, one);
  };
  for (const each of near) {
    const isOrigin = each.mention.isOrigin && each.nearness !== "tied";
    // A month that is named beside the figure is its own, and no other.
    const isOther =
      (nearest === "tied" && each.nearness !== "tied") ||
      (nearest === "clause" && each.nearness !== "tied" && each.nearness !== "clause");
    const weight =
      Math.min(1.15, each.weight * lift) * (isOrigin ? 0.35 : 1) * (isOther ? 0.25 : 1);
    const isSaid = each.nearness !== "before" && each.nearness !== "about";
    for (const [span, fit] of spansOf(each.mention, anchors)) {
      add({ ...span, weight: weight * fit, isSaid });
    }
  }
  for (const { from, to, weight, isSaid } of runsOf(near, anchors)) {
    months.delete(`${to} ${to}`);
    add({ from: to, to, weight: Math.min(1.15, weight * lift) * 0.3, isSaid: false });
    add({ from, to, weight: Math.min(1.15, weight * lift), isSaid });
    // What is held at the end of a month is changed by what comes after it.
    if (shiftPeriod(from, 1) < to) {
      add({
        from: shiftPeriod(from, 1),
        to,
        weight: Math.min(1, weight * lift) * 0.6,
        isSaid: false,
      });
    }
  }
  const { subject, written } = time;
  if (subject !== null) {
    add({ from: subject, to: subject, weight: isNear ? 0.25 : 0.9, isSaid: !isNear });
  }
  if (subject === null && !isNear) {
    for (const [lag, weight] of [
      [-2, 0.45],
      [-1, 0.3],
      [-3, 0.2],
    ] as const) {
      const month = shiftPeriod(monthOfDay(written ?? time.asked), lag);
      add({ from: month, to: month, weight, isSaid: false });
    }
  }
  let list = [...months.values()].sort((left, right) => right.weight - left.weight);
  const behind = agoBehind.exec(
    sentence.text.slice(
      place.said.figure.end - sentence.start,
      place.said.figure.end - sentence.start + 40,
    ),
  )?.groups;
  const unit = behind?.["unit"] ?? behind?.["of"];
  if (unit !== undefined) {
    const by = unit.toLowerCase() === "year" ? -12 : -1;
    list = list.map((one) => ({
      ...one,
      from: shiftPeriod(one.from, one.from === one.to ? by : -12),
      to: shiftPeriod(one.to, one.from === one.to ? by : -12),
    }));
  }
  return { months: list.slice(0, 6), ...originsOf(near, anchors, sentence, place) };
}

/** From one month to another: "from February 2023 to April 2026", "between March and May". */
function runsOf(
  near: readonly NearMention<PeriodMention>[],
  anchors: readonly Anchor[],
): NamedMonths[] {
  const points = near.flatMap(({ mention, weight, nearness }) => {
    if (mention.type !== "month" && mention.type !== "end-of-year") return [];
    const [first] = spansOf(mention, anchors);
    if (first === undefined) return [];
    return [{ mention, weight: weight * first[1], nearness, month: first[0].to }];
  });
  return points
    .filter(({ mention }) => mention.isOrigin)
    .flatMap((start) =>
      points
        .filter(
          ({ mention, month, nearness }) =>
            !mention.isOrigin &&
            nearness === start.nearness &&
            month > start.month &&
            mention.start > start.mention.start &&
            mention.start - start.mention.end < 40,
        )
        .map(({ month, weight, nearness }) => ({
          from: start.month,
          to: month,
          weight: Math.max(weight, start.weight),
          isSaid: nearness !== "before",
        })),
    );
}
