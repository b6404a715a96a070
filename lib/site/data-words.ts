import type { Frequency } from "#lib/series/frequency";
import type { Series } from "#lib/series/series";
import { multiplierName } from "#lib/series/unit";

/** Slugs that say less than their words. */
const words: Readonly<Record<string, string>> = {
  net: "Net purchases",
  pos: "Holdings",
  valuation: "Valuation change",
  total: "All classes",
  comparison: "Holdings, older series",
};

/** A class or measure as a reader reads it: "long-term-treasuries" is "Long-term treasuries". */
export function nameSlug(slug: string): string {
  const known = words[slug];
  if (known !== undefined) return known;
  const text = slug
    .replaceAll("-", " ")
    .replace(/\b(long|short) term\b/g, "$1-term")
    .replace(/\bus\b/g, "U.S.")
    .replace(/\btic\b/g, "TIC");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const during = { monthly: "month", quarterly: "quarter", annual: "year" } as const satisfies Record<
  Frequency,
  string
>;

/** What kind of figures a series has, and what that forbids; one or two sentences. */
export function kindInWords({ kind, window, frequency }: Series): string {
  const period = during[frequency];
  if (window > 1) {
    return "A flow over twelve months: each value is the sum of the month named and the eleven before it. Neighbouring values overlap, so they are never added up.";
  }
  switch (kind) {
    case "stock":
      return `A stock: the level at the end of each ${period}. Levels are compared, and never added up over time; a fall is not a sale.`;
    case "flow":
      return `A flow: what happened during each ${period}.`;
    case "valuation":
      return `A valuation change: the part of the change in holdings during each ${period} that prices and exchange rates explain. Nobody bought or sold it.`;
  }
}

/** What each value of a series stands for, as a heading over its chart. */
export function valuesInWords({ kind, window, frequency }: Series): string {
  if (window > 1) return "Sum of the twelve months to each month";
  const period = during[frequency];
  switch (kind) {
    case "stock":
      return `Level at the end of each ${period}`;
    case "flow":
      return `Flow during each ${period}`;
    case "valuation":
      return `Valuation change during each ${period}`;
  }
}

/** "Monthly", "Monthly, each value a sum of twelve months". */
export function frequencyInWords({ frequency, window }: Series): string {
  const name = frequency.charAt(0).toUpperCase() + frequency.slice(1);
  return window > 1 ? `${name}, each value a sum of twelve months` : name;
}

/** "millions of U.S. dollars" */
export function unitInWords({ multiplier }: Series): string {
  const name = multiplierName[multiplier];
  return name === "" ? "U.S. dollars" : `${name}s of U.S. dollars`;
}

/** "Month", over a column of periods. */
export function periodHeading(frequency: Frequency): string {
  const name = during[frequency];
  return name.charAt(0).toUpperCase() + name.slice(1);
}
