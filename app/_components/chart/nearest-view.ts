import { isVintageDate } from "#lib/series/observation";
import { comparePeriods, frequencyOf, isPeriod, monthsOf, type Period } from "#lib/series/period";
import type { ChartChoices } from "#lib/site/chart-view";
import { choiceFields, type Choice } from "./choice.ts";
import { otherAreas } from "./view-address.ts";

/** What of an address could be followed, and in sentences what could not. */
export interface AddressedView {
  readonly choice: Choice;
  readonly notices: readonly string[];
}

/** What a chart has, for finding what is nearest to what a link asks for. */
export interface Holding {
  readonly original: Choice;
  readonly choices: ChartChoices;
  /** First and last position of the chart as first shown. */
  readonly first: string;
  readonly last: string;
}

const known = new Set<string>(choiceFields);

/** The choice nearest to fields as an address or a link has them. */
export function nearestView(
  asked: readonly (readonly [string, string])[],
  { original, choices, first, last }: Holding,
): AddressedView {
  const notices: string[] = [];
  const fields = new Map<string, string>();
  for (const [name, value] of asked) {
    if (!known.has(name)) notices.push("The link asks for something this chart does not know.");
    else if (fields.has(name)) notices.push("The link asks for one thing twice; the first counts.");
    else fields.set(name, value);
  }
  const { asOf, compare, areas, transformation } = {
    asOf: fields.get("asOf"),
    compare: fields.get("compare"),
    areas: fields.get("areas"),
    transformation: fields.get("transformation"),
  };
  const range = nearestRange(fields.get("from"), fields.get("to"), choices, first, last);
  if (range?.notice !== undefined) notices.push(range.notice);
  const form = choices.transformations.find(({ value }) => value === transformation);
  if (transformation !== undefined && form === undefined) {
    notices.push("The link asks for a form of the figures that this chart does not have.");
  }
  const day = asOf === undefined ? null : nearestVintage(asOf, choices);
  if (asOf !== undefined && day?.date !== asOf) notices.push(vintageNotice(day));
  const other =
    compare === undefined || !choices.compares ? null : nearestVintage(compare, choices);
  if (compare !== undefined && other?.date !== compare) {
    notices.push(
      choices.compares ? vintageNotice(other) : "This chart shows one vintage at a time.",
    );
  }
  // A chart that its page shows beside another vintage stays so: an address has only what differs.
  const beside = compare === undefined ? original.compare : (other?.date ?? null);
  const slugs = areas === undefined ? null : readAreas(areas);
  if (areas !== undefined && (choices.areas === null || slugs === null)) {
    notices.push("The link’s areas cannot be shown in this chart.");
  }
  const most = choices.areas?.most ?? 0;
  if (choices.areas !== null && slugs !== null && slugs.length > most) {
    notices.push(
      most === 1
        ? "The link asks for more than one area; the first is shown."
        : `The link asks for more than ${most} areas; the first are shown.`,
    );
  }
  const shown = day?.date ?? original.asOf;
  return {
    choice: {
      from: range?.from ?? original.from,
      to: range?.to ?? original.to,
      transformation: form?.value ?? original.transformation,
      asOf: shown,
      compare: beside === shown ? null : beside,
      areas: slugs === null ? null : otherAreas(slugs.slice(0, most), choices),
    },
    notices: [...new Set(notices)],
  };
}

interface NearRange {
  readonly from: Period | null;
  readonly to: Period | null;
  readonly notice?: string;
}

const unreadRange = "The link’s range cannot be read; the chart is shown as it is.";

const turnedRange = "The link’s range ends before it begins; the chart is shown as it is.";

function nearestRange(
  from: string | undefined,
  to: string | undefined,
  { ranges }: ChartChoices,
  first: string,
  last: string,
): NearRange | null {
  if (from === undefined && to === undefined) return null;
  const [start, end] = [from, to].map((text) =>
    text === undefined ? null : isPeriod(text) ? text : undefined,
  );
  if (start === undefined || end === undefined)
    return { from: null, to: null, notice: unreadRange };
  return isPeriod(first) && isPeriod(last)
    ? withinSpan(start, end, first, last)
    : nearestOffered(start, end, ranges);
}

/** Over time any range is good that lies in what the chart has; what reaches beyond it is cut. */
function withinSpan(
  start: Period | null,
  end: Period | null,
  first: Period,
  last: Period,
): NearRange {
  const frequency = frequencyOf(first);
  const isOther = [start, end].some((one) => one !== null && frequencyOf(one) !== frequency);
  if (isOther) return { from: null, to: null, notice: unreadRange };
  if (start !== null && end !== null && comparePeriods(start, end) > 0) {
    return { from: null, to: null, notice: turnedRange };
  }
  const isPast = start !== null && comparePeriods(start, last) > 0;
  const isBefore = end !== null && comparePeriods(end, first) < 0;
  if (isPast || isBefore) {
    return {
      from: null,
      to: null,
      notice: "The chart has no figures in the link’s range; all of it is shown.",
    };
  }
  const from = start !== null && comparePeriods(start, first) > 0 ? start : null;
  const to = end !== null && comparePeriods(end, last) < 0 ? end : null;
  const reaches =
    (start !== null && comparePeriods(start, first) < 0) ||
    (end !== null && comparePeriods(end, last) > 0);
  return {
    from,
    to,
    ...(reaches && { notice: "The link’s range reaches beyond the figures of this chart." }),
  };
}

/** Charts of single periods have a few to choose among. */
function nearestOffered(
  start: Period | null,
  end: Period | null,
  ranges: ChartChoices["ranges"],
): NearRange {
  const exact = ranges.find((range) => range.from === start && range.to === end);
  if (exact !== undefined) return exact;
  const wanted = end ?? start;
  const offered = ranges.flatMap((range) =>
    range.to === null ? [] : [{ ...range, to: range.to }],
  );
  const [nearest] = offered.sort((left, right) => apart(left.to, wanted) - apart(right.to, wanted));
  return {
    from: nearest?.from ?? null,
    to: nearest?.to ?? null,
    notice: "This chart does not have the link’s period; the nearest is shown.",
  };
}

function apart(one: Period, other: Period | null): number {
  return other === null ? 0 : Math.abs(monthOf(one) - monthOf(other));
}

function monthOf(period: Period): number {
  const { last } = monthsOf(period);
  return Number(last.slice(0, 4)) * 12 + Number(last.slice(5));
}

type Vintage = ChartChoices["vintages"][number];

/** The newest vintage not after a day, the oldest for an earlier day; null for what is no day. */
function nearestVintage(day: string, { vintages }: ChartChoices): Vintage | null {
  if (!isVintageDate(day)) return null;
  return vintages.find(({ date }) => date <= day) ?? vintages.at(-1) ?? null;
}

function vintageNotice(nearest: Vintage | null): string {
  return nearest === null
    ? "The link names a vintage that is no day of the calendar."
    : `There is no vintage of the link’s day; the nearest is of ${nearest.label}.`;
}

function readAreas(text: string): string[] | null {
  const slugs = [...new Set(text.slice(0, 400).split(","))];
  return slugs.every((slug) => /^[a-z0-9-]{1,64}$/.test(slug)) ? slugs : null;
}
