import type { RangeChoice } from "#lib/charts/choices";
import { runsOverTime } from "#lib/charts/plotted";
import type { Transformation } from "#lib/charts/transformation";
import { nearest } from "#lib/series/nearest";
import { comparePeriods, isPeriod, monthsOf, type Period } from "#lib/series/period";
import type { ChartView } from "./chart-view.ts";

/** What a guided link of the text does with a chart. */
export interface ChartShow {
  /** A range that a reader may choose; null for the chart's own. */
  readonly range: RangeChoice | null;
  /** Null for the chart's own. */
  readonly transformation: Transformation | null;
  /** Figures to light up: those of a series, of some periods, or both; null for none. */
  readonly highlight: {
    readonly key: string | null;
    readonly from: Period | null;
    readonly to: Period | null;
  } | null;
}

/** What such a link may say, as its editor wrote it. */
export type ShowAttributes = Readonly<
  Partial<Record<"range" | "from" | "to" | "transformation" | "highlight", string | null>>
>;

export type ReadShow =
  | { readonly ok: true; readonly show: ChartShow }
  | { readonly ok: false; readonly message: string; readonly fix: string };

/**
 * What a guided link asks of a chart. `from` and `to` are lit up, in the shortest range that holds them; `highlight` is the
 * key of a series to light up.
 */
export function readShow(attributes: ShowAttributes, view: ChartView): ReadShow {
  const { range, transformation, highlight } = attributes;
  const { ranges, transformations } = view.choices;
  const span = readSpan(attributes);
  if ("message" in span) return { ok: false, ...span };
  const { from, to } = span;
  const labels = ranges.map(({ label }) => label);
  const chosen = range ? ranges.find(({ label }) => label === range) : holding(span, view);
  if (range && chosen === undefined) return refuse(`has no range "${range}"`, range, labels);
  const values = transformations.map(({ value }) => value);
  const shown = values.find((value) => value === transformation) ?? null;
  if (transformation && shown === null) {
    return refuse(`cannot show "${transformation}"`, transformation, values);
  }
  const keys = [...new Set(view.plotted.series.flatMap((series) => series.keys))];
  if (highlight && !keys.includes(highlight)) {
    return refuse(`does not show the series "${highlight}"`, highlight, keys);
  }
  const key = highlight ?? null;
  return {
    ok: true,
    show: {
      range: chosen ?? null,
      transformation: shown,
      highlight: key === null && from === null ? null : { key, from, to },
    },
  };
}

interface Span {
  readonly from: Period | null;
  readonly to: Period | null;
}

function readSpan({ from, to }: ShowAttributes): Span | { message: string; fix: string } {
  const first = from ?? to;
  const last = to ?? from;
  if (!first || !last) return { from: null, to: null };
  const wrong = [first, last].find((period) => !isPeriod(period));
  if (wrong !== undefined || !isPeriod(first) || !isPeriod(last)) {
    return { message: `is asked for "${wrong}"`, fix: "write a period, such as 2025-12 or 2025" };
  }
  if (comparePeriods(monthsOf(first).first, monthsOf(last).last) > 0) {
    return { message: `is asked for ${first} to ${last}`, fix: "put the earlier period first" };
  }
  return { from: first, to: last };
}

/** The shortest range that holds a span, where ranges are spans of time. */
function holding({ from, to }: Span, { choices, plotted }: ChartView): RangeChoice | undefined {
  if (from === null || to === null || !runsOverTime(plotted.form)) return undefined;
  return choices.ranges.findLast((range) => holds(range, from, to));
}

function holds(range: RangeChoice, from: Period, to: Period): boolean {
  return (
    (range.from === null || comparePeriods(range.from, monthsOf(from).first) <= 0) &&
    (range.to === null || comparePeriods(monthsOf(to).last, range.to) <= 0)
  );
}

function refuse(message: string, wanted: string, known: readonly string[]): ReadShow {
  const [likely] = nearest(wanted, known, 1);
  const list = known.length === 0 ? "it has none to choose" : `there are ${known.join(", ")}`;
  return { ok: false, message, fix: likely === undefined ? list : `write ${likely}; ${list}` };
}

/** The fields of the view that a show asks of its chart, named as in an address. */
export function fieldsOfShow({ range, transformation }: ChartShow): Record<string, string> {
  return {
    ...(range?.from && { from: range.from }),
    ...(range?.to && { to: range.to }),
    ...(transformation && { transformation }),
  };
}

/** What a show lights up as a short text, for the script that answers its link; empty for nothing. */
export function writeHighlight({ highlight }: ChartShow): string {
  return Object.entries(highlight ?? {})
    .flatMap(([name, value]) => (value === null ? [] : `${name}=${value}`))
    .join(" ");
}
