/** What is counted (SDMX UNIT_MEASURE). */
export type Unit = "USD";

/** Powers of ten a published value is to be multiplied by (SDMX UNIT_MULT): 6 is millions. */
export type Multiplier = 0 | 3 | 6 | 9 | 12;

export const multiplierName = {
  0: "",
  3: "thousand",
  6: "million",
  9: "billion",
  12: "trillion",
} as const satisfies Record<Multiplier, string>;

/** "USD million", as printed beside a column of figures. */
export function unitLabel(unit: Unit, multiplier: Multiplier): string {
  return [unit, multiplierName[multiplier]].filter(Boolean).join(" ");
}
