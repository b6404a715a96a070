import type { Series } from "#lib/series/series";

/** What a table calls its classes, in the order in which a reader meets them: the whole first. By `<release>.<class>`. */
const classNames: ReadonlyMap<string, string> = new Map([
  ["slt1.total", "All long-term securities"],
  ["slt1.treasuries", "Treasury bonds and notes"],
  ["slt1.agencies", "Agency bonds"],
  ["slt1.corporates", "Corporate and other bonds"],
  ["slt1.equities", "Equities"],
  ["slt2.total", "All long-term securities"],
  ["slt2.government-bonds", "Government bonds"],
  ["slt2.corporate-bonds", "Corporate bonds"],
  ["slt2.equities", "Equities"],
  ["slt3.total", "All Treasury securities"],
  ["slt3.long-term", "Bonds and notes"],
  ["slt3.short-term", "Bills"],
  ["s1.treasuries", "Treasury bonds and notes"],
  ["s1.agencies", "Agency bonds"],
  ["s1.corporates", "Corporate bonds"],
  ["s1.equities", "Equities"],
  ["slt3d.total", "All Treasury securities"],
  ["slt3d.long-term", "Bonds and notes"],
  ["slt3d.short-term", "Bills"],
  ["mfh.treasuries", "Treasury securities"],
  ["slt5.treasuries", "Treasury securities"],
  ["press.total", "U.S. long-term securities"],
  ["press.treasuries", "Treasury bonds and notes"],
  ["press.agencies", "Agency bonds"],
  ["press.corporates", "Corporate bonds"],
  ["press.equities", "Equities"],
  ["press.foreign-securities", "Foreign long-term securities"],
  ["press.foreign-bonds", "Foreign bonds"],
  ["press.foreign-equities", "Foreign equities"],
  ["press.long-term", "Long-term securities, U.S. and foreign"],
  ["press.short-term", "Short-term securities and custody liabilities"],
  ["press.bills", "Treasury bills"],
  ["press.other-short-term", "Other short-term instruments"],
  ["press.bank-liabilities", "Banks’ own net dollar liabilities"],
  ["press.tic-flow", "Total net TIC flow"],
]);

/** "Treasury bonds and notes"; a class that has no name here by its slug. */
export function nameOfClass({
  release,
  securities,
}: Pick<Series, "release" | "securities">): string {
  const known = classNames.get(`${release}.${securities}`);
  if (known !== undefined) return known;
  const words = securities.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const measureNames: Readonly<Record<string, string>> = {
  net: "net purchases",
  valuation: "valuation change",
  purchases: "gross purchases",
  sales: "gross sales",
  "gross-us-sales": "gross U.S. sales",
  "gross-us-purchases": "gross U.S. purchases",
  comparison: "older series, for comparison",
};

/** What a measure is called beside its class: "net purchases". */
export function nameOfMeasure({
  securities,
  measure,
}: Pick<Series, "securities" | "measure">): string {
  // The sum of all flows is no purchase.
  if (securities === "tic-flow" && measure === "net") return "net inflow";
  return measureNames[measure] ?? measure.replaceAll("-", " ");
}

/** Where a class stands in its table; those without a name come last. */
export function orderOfClass({
  release,
  securities,
}: Pick<Series, "release" | "securities">): number {
  const place = [...classNames.keys()].indexOf(`${release}.${securities}`);
  return place === -1 ? classNames.size : place;
}
