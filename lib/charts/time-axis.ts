/** Where along a row of periods a label or a mark stands; 0 is the start of the first, `length` the end of the last. */
export interface TimeAxis {
  readonly labels: readonly { readonly at: number; readonly text: string }[];
  readonly ticks: readonly number[];
}

const monthStep = 74;
const yearStep = 48;
const narrowestYear = 34;

/**
 * Labels for periods drawn `unit` apart. Up to two years of months are named by month; longer spans by year, each year
 * in the middle of its months where there is room, else the Januaries of every second, fifth or tenth year.
 */
export function timeAxis(periods: readonly string[], unit: number): TimeAxis {
  if (!periods.every((period) => /^\d{4}-\d{2}$/.test(period))) return everyNth(periods, unit);
  if (periods.length <= 24) return byMonth(periods, unit);
  const step = [1, 2, 5, 10, 20].find((years) => years * 12 * unit >= yearStep) ?? 50;
  return step === 1 ? byYearSpan(periods, unit) : byJanuary(periods, step);
}

function byMonth(periods: readonly string[], unit: number): TimeAxis {
  const step = [1, 2, 3, 6].find((months) => months * unit >= monthStep) ?? 12;
  const chosen = periods.flatMap((period, index) =>
    (monthOf(period) - 1) % step === 0 ? [index] : [],
  );
  const indexes = chosen.length === 0 ? [0] : chosen;
  return {
    labels: indexes.map((index) => ({ at: index + 0.5, text: shortMonth(periods[index] ?? "") })),
    ticks: [],
  };
}

function byYearSpan(periods: readonly string[], unit: number): TimeAxis {
  const spans = new Map<string, { first: number; end: number }>();
  periods.forEach((period, index) => {
    const year = period.slice(0, 4);
    spans.set(year, { first: spans.get(year)?.first ?? index, end: index + 1 });
  });
  const all = [...spans];
  return {
    labels: all.flatMap(([text, { first, end }]) =>
      (end - first) * unit >= narrowestYear ? [{ at: (first + end) / 2, text }] : [],
    ),
    ticks: all.slice(1).map(([, { first }]) => first),
  };
}

function byJanuary(periods: readonly string[], step: number): TimeAxis {
  const indexes = periods.flatMap((period, index) =>
    monthOf(period) === 1 && Number(period.slice(0, 4)) % step === 0 ? [index] : [],
  );
  return {
    labels: indexes.map((index) => ({ at: index + 0.5, text: (periods[index] ?? "").slice(0, 4) })),
    ticks: indexes.map((index) => index + 0.5),
  };
}

function everyNth(periods: readonly string[], unit: number): TimeAxis {
  const step = Math.max(1, Math.ceil(yearStep / unit));
  return {
    labels: periods.flatMap((text, index) =>
      index % step === 0 ? [{ at: index + 0.5, text }] : [],
    ),
    ticks: [],
  };
}

function monthOf(period: string): number {
  return Number(period.slice(5));
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "Jan 2025" */
function shortMonth(period: string): string {
  return `${months[monthOf(period) - 1] ?? ""} ${period.slice(0, 4)}`;
}
