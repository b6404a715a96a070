import type { Frequency } from "#lib/series/frequency";
import { frequencyOf, type Period } from "#lib/series/period";

import type { Report, TypeOf } from "./check-types.ts";
import { expandPeriod, isFiner } from "./range.ts";
import type { SeriesShape } from "./series-shape.ts";
import { asLiteralPeriod, describeNode } from "./static-type.ts";
import { literalPeriod, type Expression, type RangeNode } from "./tree.ts";

/** Whether a range is one period of its series or several. */
export type RangeShape = "point" | "span";

const nouns = { monthly: "month", quarterly: "quarter", annual: "year" } as const satisfies Record<
  Frequency,
  string
>;

/** Checks an argument that must be one period of the series, whose value is asked for (`at`) or something else of it. */
export function checkPoint(
  node: Expression,
  series: SeriesShape | undefined,
  asksValue: boolean,
  typeOf: TypeOf,
  report: Report,
): Frequency | null {
  const frequency = frequencyOfNode(node, typeOf, report);
  if (!frequency || !series || frequency === series.frequency) return frequency;
  const message = `\`${series.key}\` is ${series.frequency}, and ${describePeriod(node, frequency)}`;
  return report(
    node,
    "frequency-mismatch",
    message,
    pointFix(literalPeriod(node), series, asksValue),
  );
}

/** Checks an argument that may be several periods of the series. */
export function checkRange(
  node: RangeNode,
  series: SeriesShape | undefined,
  typeOf: TypeOf,
  report: Report,
): RangeShape | null {
  const from = frequencyOfNode(node.from, typeOf, report);
  const to = node.to && frequencyOfNode(node.to, typeOf, report);
  if (!from || (node.to && !to)) return null;
  if (to && from !== to) {
    return report(
      node,
      "frequency-mismatch",
      `A range has ends of one frequency: ${from}, then ${to}`,
    );
  }
  if (!series) return null;
  if (isFiner(from, series.frequency)) {
    const message = `\`${series.key}\` is ${series.frequency}, and ${describePeriod(node.from, from)}`;
    return report(node, "frequency-mismatch", message);
  }
  return node.to === null && from === series.frequency ? "point" : "span";
}

function frequencyOfNode(node: Expression, typeOf: TypeOf, report: Report): Frequency | null {
  const found = asLiteralPeriod(node) ?? typeOf(node);
  if (!found) return null;
  if (found.type === "period" && found.frequency) return found.frequency;
  return report(
    node,
    "type-mismatch",
    node.kind === "none"
      ? "Expected a period, found `none`"
      : `Expected a period: ${describeNode(node, found)}`,
    "write a month as 2025-12, a quarter as 2025-Q4, a year as 2025",
  );
}

function describePeriod(node: Expression, frequency: Frequency): string {
  const period = literalPeriod(node);
  return period === null
    ? `this period is a ${nouns[frequency]}`
    : `\`${period}\` is a ${nouns[frequency]}`;
}

function pointFix(
  period: Period | null,
  { key, kind, frequency, window }: SeriesShape,
  asksValue: boolean,
): string | undefined {
  const span = period && expandPeriod(period, frequency);
  if (!period || !span) return undefined;
  if (!asksValue && window === 1) {
    const name = frequencyOf(period) === "annual" ? "yearly" : "quarterly";
    return `write ${name}(${key}) for the series by ${nouns[frequencyOf(period)]}, or a ${nouns[frequency]} such as ${span.to}`;
  }
  const level = `at(${key}, ${span.to})`;
  if (kind === "stock") return `write ${level} for the level at its end`;
  if (window > 1) return `write ${level} for the ${window} months through its end`;
  return `write sum(${key}, ${period}) for the whole, or ${level} for the last ${nouns[frequency]}`;
}
