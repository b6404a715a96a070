import { line } from "d3-shape";
import { breakShapes } from "./draw-breaks.ts";
import { breakIndexes } from "./draw-lines.ts";
import type { Drawing, Shape } from "./drawing.ts";
import { endLabels } from "./end-labels.ts";
import { edge, fontSize, type Frame } from "./frame.ts";
import { axisWidth, heightOf, timeLabels, valueGrid, zeroLine } from "./grid.ts";
import type { PlottedChart } from "./plotted.ts";
import { textWidth } from "./text-width.ts";
import { timeAxis } from "./time-axis.ts";
import { plotNumbers, valueAxis } from "./value-axis.ts";

const labelGap = 10;

/** A smaller difference is no more than a dash on the line itself, which would hide it. */
const visible = 1;

/** Half the width of a cross. */
const arm = 4.5;

/** A figure of one of the vintages, in the chart's unit, that is drawn with a cross. */
export interface FanCross {
  readonly position: string;
  readonly value: number;
}

/**
 * A series as each vintage had it: the first series of the chart is the newest and drawn strong, the others are earlier
 * ones, thin and dashed, each only where it is seen to differ from the newest and one step to either side. Where nothing was revised
 * there is one line, so that two hundred vintages can be drawn without hiding one another. The axis need not hold zero:
 * revisions of a stock are small beside it.
 */
export function drawFan(
  chart: PlottedChart,
  frame: Frame,
  crosses: readonly FanCross[] = [],
): Drawing {
  const axis = valueAxis(chart, frame.name === "wide" ? 6 : 5, "figures");
  const [newest = [], ...earlier] = plotNumbers(chart);
  const text = chart.series[0]?.texts.findLast((one) => one !== null) ?? "";
  const plot = {
    left: axisWidth(axis),
    top: edge.top,
    right: frame.width - textWidth(text, fontSize, 600) - labelGap,
    bottom: frame.height - edge.bottom,
  };
  const step = (plot.right - plot.left) / Math.max(1, chart.positions.length - 1);
  const toX = (index: number): number => plot.left + index * step;
  const toY = heightOf(axis, plot);
  const path = line<Point>()
    .x(({ index }) => toX(index))
    .y(({ value }) => toY(value))
    .digits(1);
  const starts = breakIndexes(chart);
  const whole = runsOf(newest, () => true, starts);
  const strong: Shape = {
    kind: "path",
    role: "line",
    colour: 1,
    d: whole.map((run) => path(run) ?? "").join(""),
  };
  const drawn = new Set<string>();
  const thin = earlier.flatMap((values): Shape[] =>
    differingRuns(values, newest, starts, toY)
      .flatMap((run) => newSteps(run, drawn))
      .map((run) => ({ kind: "path", role: "vintage", d: path(run) ?? "" })),
  );
  const last = whole.at(-1)?.at(-1);
  const holdsZero = axis.domain[0] <= 0 && axis.domain[1] >= 0;
  return {
    form: chart.form,
    width: frame.width,
    height: frame.height,
    plot,
    domain: axis.domain,
    back: [
      ...valueGrid(axis, plot),
      ...timeLabels(timeAxis(chart.positions, step), plot, frame.width, (at) => toX(at - 0.5)),
      ...breakShapes(chart, plot, (index) => toX(index - 0.5), plot.bottom - 14),
      ...(holdsZero ? [zeroLine(axis, plot)] : []),
    ],
    // Under the strong line, whose colour and course they would hide where a revision is small.
    marks: [
      ...thin,
      strong,
      ...crosses.map(({ position, value }) =>
        cross(toX(chart.positions.indexOf(position)), toY(value)),
      ),
    ],
    front:
      last === undefined
        ? []
        : endLabels(
            [{ lines: [text], colour: 1, x: toX(last.index), y: toY(last.value) }],
            plot,
            frame,
            labelGap,
          ),
    figures: plotNumbers(chart).flatMap((values, series) =>
      values.flatMap((value, position) =>
        value === null ? [] : [{ series, position, x: toX(position), y: toY(value), box: null }],
      ),
    ),
  };
}

function cross(x: number, y: number): Shape {
  const [left, right] = [(x - arm).toFixed(1), (x + arm).toFixed(1)];
  const [top, bottom] = [(y - arm).toFixed(1), (y + arm).toFixed(1)];
  const d = `M${left},${top}L${right},${bottom}M${left},${bottom}L${right},${top}`;
  return { kind: "path", role: "note-line", d };
}

interface Point {
  readonly index: number;
  readonly value: number;
}

/** The stretches where an earlier vintage had another figure, each with the step that leads to it and the one away from it. */
function differingRuns(
  values: readonly (number | null)[],
  newest: readonly (number | null)[],
  starts: ReadonlySet<number>,
  toY: (value: number) => number,
): Point[][] {
  const differs = (index: number): boolean => {
    const [value, now] = [values[index] ?? null, newest[index] ?? null];
    if (value === null || now === null) return value !== now;
    return Math.abs(toY(value) - toY(now)) >= visible;
  };
  const runs = runsOf(
    values,
    (index) => differs(index) || differs(index - 1) || differs(index + 1),
    starts,
  );
  // Beyond its last period a vintage differs from the newest by silence, which is no figure to draw.
  return runs.filter((run) => run.some(({ index }) => differs(index)));
}

/** The parts of a run that no other vintage has drawn: dashes laid over dashes would look like a solid line. */
function newSteps(run: readonly Point[], drawn: Set<string>): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  run.slice(1).forEach((to, at) => {
    const from = run[at] ?? to;
    const step = `${from.index} ${from.value} ${to.value}`;
    if (drawn.has(step)) {
      part = [];
      return;
    }
    drawn.add(step);
    if (part.length === 0) {
      part.push(from);
      parts.push(part);
    }
    part.push(to);
  });
  return parts;
}

/** Unbroken runs of figures that are wanted; none crosses a change in the way of measuring. */
function runsOf(
  values: readonly (number | null)[],
  isWanted: (index: number) => boolean,
  starts: ReadonlySet<number>,
): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  values.forEach((value, index) => {
    if (value === null || !isWanted(index) || starts.has(index)) run = [];
    if (value === null || !isWanted(index)) return;
    if (run.length === 0) runs.push(run);
    run.push({ index, value });
  });
  return runs;
}
