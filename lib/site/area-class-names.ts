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

/** Where a class stands in its table; those without a name come last. */
export function orderOfClass({
  release,
  securities,
}: Pick<Series, "release" | "securities">): number {
  const place = [...classNames.keys()].indexOf(`${release}.${securities}`);
  return place === -1 ? classNames.size : place;
}
