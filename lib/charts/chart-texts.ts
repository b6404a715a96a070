import type { ChartDefinition } from "./definition.ts";

/** A text of a chart's definition that readers see. */
export interface ChartText {
  /** The field as the file names it. */
  readonly field: string;
  readonly path: readonly string[];
  readonly text: string;
}

/** Every text of a chart but its headline, which has its own marks. */
export function chartTexts(definition: ChartDefinition): ChartText[] {
  return textsIn(definition, []).filter(
    ({ field }) =>
      !/^(id|form|headline|at|headlineAt|unit|asOf)\b/.test(field) && !isKeyOrPeriod.test(field),
  );
}

/** Fields that hold keys, periods and names of transformations, not words. */
const isKeyOrPeriod =
  /(^|\.)(key|period|periods|from|to|years|panel|emphasis|peersOf|otherPeriods|transformations|top|licence)(\.|$)/;

function textsIn(value: unknown, path: readonly string[]): ChartText[] {
  if (typeof value === "string") return [{ field: path.join("."), path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, [...path, name]));
}
