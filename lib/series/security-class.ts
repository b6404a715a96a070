import type { Series } from "./series.ts";

/**
 * What the word of a key stands for where it means something else from table to table, by `<release>.<securities>`: "total"
 * is all long-term securities in one table and all Treasuries in another, "short-term" is bills. Keys never change, so what
 * they call a class cannot be mended there. That Table 1's Treasuries are Table 3's bonds and notes, and Table 3's total that
 * of the major holders, is checked: content/catalogue/cross-identities.yml.
 */
export const classesByTable: Readonly<Record<string, string>> = {
  "slt1.total": "us-securities",
  "slt1.treasuries": "treasury-bonds",
  "slt2.total": "foreign-securities",
  "slt2.government-bonds": "foreign-government-bonds",
  "slt2.corporate-bonds": "foreign-corporate-bonds",
  "slt2.equities": "foreign-equities",
  "slt3.total": "treasuries",
  "slt3.long-term": "treasury-bonds",
  "slt3.short-term": "bills",
  "slt3d.total": "treasuries",
  "slt3d.long-term": "treasury-bonds",
  "slt3d.short-term": "bills",
  "s1.treasuries": "treasury-bonds",
  "press.total": "us-securities",
  "press.treasuries": "treasury-bonds",
};

const names: Readonly<Record<string, string>> = {
  "us-securities": "All U.S. long-term securities",
  treasuries: "Treasuries, bonds and bills",
  "treasury-bonds": "Treasury bonds and notes",
  bills: "Treasury bills",
  agencies: "U.S. agency bonds",
  corporates: "U.S. corporate bonds",
  equities: "U.S. equities",
  "foreign-securities": "All foreign long-term securities",
  "other-short-term": "Other short-term instruments",
  "long-term": "Long-term securities, U.S. and foreign",
  "short-term": "Short-term securities and custody liabilities",
  "bank-liabilities": "Banks’ own net dollar liabilities",
  "tic-flow": "Total net TIC flow",
};

/** The class of a series, one slug for the same securities in every table: `bills`. */
export function classOf({ release, securities }: Pick<Series, "release" | "securities">): string {
  return classesByTable[`${release}.${securities}`] ?? securities;
}

/** A class as a reader reads it: "Treasury bills". */
export function nameOfSecurityClass(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return names[slug] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
