/** What figures are counted in. */
export type Unit = "ratio" | "ms" | "kB" | "MB" | "s" | "%" | "problems" | "shift";

/** One measured figure. `bound` is what it must not exceed; null where the project promises nothing. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly bound: number | null;
  /** What it must reach, where more is better. */
  readonly least?: number;
  readonly detail: string;
}

/** Whether a figure breaks what the project promises. One that could not be measured does. */
export function isBroken({ value, bound, least }: Line): boolean {
  return (bound !== null && !(value <= bound)) || (least !== undefined && !(value >= least));
}
