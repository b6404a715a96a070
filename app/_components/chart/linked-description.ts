import { runsOverTime, type PlottedChart } from "#lib/charts/plotted";
import { cellOf } from "#lib/site/chart-links";

/** A figure of a description, and the series it is of. */
export interface DescribedFigure {
  readonly text: string;
  readonly key: string;
}

interface Found extends DescribedFigure {
  readonly start: number;
}

/**
 * A chart's description, cut at the figures in it that are figures of the chart: those that stand with the name of their
 * series and their period as the chart has them. A number that no cell bears out stays plain text.
 */
export function linkFigures(
  description: string,
  chart: PlottedChart,
): (string | DescribedFigure)[] {
  const found = chart.series.flatMap((_, series) =>
    chart.positions.flatMap((_position, position) =>
      findFigure(description, chart, series, position),
    ),
  );
  const parts: (string | DescribedFigure)[] = [];
  let end = 0;
  for (const { text, key, start } of found.sort((left, right) => left.start - right.start)) {
    if (start < end) continue;
    parts.push(description.slice(end, start), { text, key });
    end = start + text.length;
  }
  return [...parts, description.slice(end)].filter((part) => part !== "");
}

/** The places where a description gives one figure, in the sentence about what it belongs to. */
function findFigure(
  description: string,
  chart: PlottedChart,
  series: number,
  position: number,
): Found[] {
  const row = chart.series[series];
  const text = row?.texts[position] ?? null;
  const name = chart.names[position] ?? "";
  const cell = cellOf(chart, { series, position });
  if (row === undefined || text === null || cell === null) return [];
  const overTime = runsOverTime(chart.form);
  if (!overTime && chart.series.length === 1) {
    return places(description, `${name} `, text, "", 0).map((start) => ({
      ...{ text, key: cell.key, start },
    }));
  }
  // A description has a sentence for each series over time, else one for each position.
  const subject = overTime ? (chart.series.length === 1 ? "" : `${row.label}: `) : `${name}: `;
  const from = subject === "" ? 0 : description.indexOf(`. ${subject}`);
  if (from === -1) return [];
  const sentence = from + subject.length;
  const stop = description.indexOf(". ", sentence + 2);
  const scope = subject === "" || stop === -1 ? description : description.slice(0, stop + 1);
  return places(scope, "", text, ` in ${overTime ? name : row.label}`, sentence).map((start) => ({
    ...{ text, key: cell.key, start },
  }));
}

/** Where `text` stands between two other texts, and not as the end of a longer number. */
function places(
  description: string,
  before: string,
  text: string,
  after: string,
  from: number,
): number[] {
  const needle = before + text + after;
  const starts: number[] = [];
  for (let at = description.indexOf(needle, from); at !== -1;) {
    const next = description.charAt(at + needle.length);
    if (!/[\d.,−]/.test(description.charAt(at - 1)) && !/\d/.test(next)) {
      starts.push(at + before.length);
    }
    at = description.indexOf(needle, at + 1);
  }
  return starts;
}
