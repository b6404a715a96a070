import type { Reading } from "#lib/expressions/series-values";
import { cellName, type Step } from "./step.ts";

/** Readings are made of cells by adding up alone. */
export function sumOf(readings: readonly Reading[]): Step {
  const of = readings.flatMap(({ cells }) => cells.map(cellName));
  return of.length === 1 ? only(of) : { op: "sum", of };
}

export function only([step]: readonly Step[]): Step {
  if (step === undefined) throw new RangeError("Expected a step");
  return step;
}
