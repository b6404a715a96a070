import type { PlottedChart } from "#lib/charts/plotted";
import { comparePeriods, isPeriod, monthsOf, type Period } from "#lib/series/period";

/** Periods of a series that follow each other. */
export interface CellSpan {
  readonly key: string;
  readonly from: Period;
  readonly to: Period;
}

/** A claim that reads figures which a chart can show. */
export interface LinkedClaim {
  readonly id: string;
  /** Claims of one sentence have the same number. */
  readonly sentence: number;
  readonly spans: readonly CellSpan[];
  /** Those it is about, where it reads the others only to compare with: the one that is ranked. Empty for most. */
  readonly subjects: readonly CellSpan[];
}

/**
 * Links as a short text, because every reader of the article is sent it: a line of keys, then a line for each claim with its
 * id, its sentence, and spans as `<numbers of keys>:<first>..<last>`, those it is about once more with a mark behind them.
 * Quotes would each take six letters in an attribute.
 */
export function writeLinks(links: readonly LinkedClaim[]): string {
  const keys = [...new Set(links.flatMap(({ spans }) => spans.map(({ key }) => key)))];
  const write = (spans: readonly CellSpan[]): string[] => {
    const byPeriods = new Map<string, number[]>();
    for (const { key, from, to } of spans) {
      const periods = from === to ? from : `${from}..${to}`;
      byPeriods.set(periods, [...(byPeriods.get(periods) ?? []), keys.indexOf(key)]);
    }
    return [...byPeriods].map(([periods, numbers]) => `${numbers.join()}:${periods}`);
  };
  const lines = links.map(({ id, sentence, spans, subjects }) =>
    [id, sentence, ...write(spans), ...write(subjects).map((cells) => `${cells}!`)].join(" "),
  );
  return links.length === 0 ? "" : [keys.join(" "), ...lines].join("\n");
}

/** Reads what `writeLinks` wrote. Throws for anything else: the page and its script are of one build. */
export function readLinks(text: string): LinkedClaim[] {
  const [first = "", ...lines] = text === "" ? [] : text.split("\n");
  const keys = first.split(" ");
  return lines.map((line) => {
    const [id = "", sentence = "", ...cells] = line.split(" ");
    const read = (cell: string): CellSpan[] => {
      const [numbers = "", periods = ""] = cell.replace("!", "").split(":");
      const [from = "", to = from] = periods.split("..");
      return numbers.split(",").map((number) => {
        const key = keys[Number(number)];
        if (key === undefined || !isPeriod(from) || !isPeriod(to)) {
          throw new Error(`"${line}" is no line of a chart's links`);
        }
        return { key, from, to };
      });
    };
    const isSubject = (cell: string): boolean => cell.endsWith("!");
    return {
      id,
      sentence: Number(sentence),
      spans: cells.filter((cell) => !isSubject(cell)).flatMap(read),
      subjects: cells.filter(isSubject).flatMap(read),
    };
  });
}

/** Whether a claim reads what a figure of a chart shows: its period, or a month within its year. */
export function readsFigure(
  { spans }: Pick<LinkedClaim, "spans">,
  chart: Pick<PlottedChart, "positions" | "series">,
  figure: { readonly series: number; readonly position: number },
): boolean {
  const shown = cellOf(chart, figure);
  if (shown === null) return false;
  const months = monthsOf(shown.period);
  return spans.some(
    ({ key, from, to }) =>
      key === shown.key &&
      comparePeriods(monthsOf(from).first, months.last) <= 0 &&
      comparePeriods(months.first, monthsOf(to).last) <= 0,
  );
}

/**
 * The series and period that a figure of a chart is about. A change, or a sum of twelve months, is about the period it is
 * named by. Null where a figure is about no one series and period.
 */
export function cellOf(
  { positions, series }: Pick<PlottedChart, "positions" | "series">,
  figure: { readonly series: number; readonly position: number },
): { readonly key: string; readonly period: Period } | null {
  const row = series[figure.series];
  const key = row?.period === null ? row.keys[0] : row?.keys[figure.position];
  const period = row?.period ?? positions[figure.position];
  return key === undefined || period === undefined || !isPeriod(period) ? null : { key, period };
}
