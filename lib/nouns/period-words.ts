import { monthNames } from "#lib/series/format";
import { numberNames } from "#lib/series/number-names";

/** Months in what lengths of time are counted by. */
export const unitLengths: Readonly<Record<string, number>> = {
  decade: 120,
  year: 12,
  quarter: 3,
  month: 1,
};

/** Numbers as words, at the beginning of a sentence too. */
export const countWords: readonly string[] = numberNames.flatMap((name) => [
  name,
  name.charAt(0).toUpperCase() + name.slice(1),
]);

/** A number in words or digits. */
export function countIn(written: string): number {
  const place = numberNames.findIndex((name) => name === written.toLowerCase());
  return place < 0 ? Number(written) : place + 1;
}

/** "’08" is 2008 and "’98" 1998: the figures begin in 1977. */
export function fullYear(short: string): number {
  return Number(short) + (Number(short) < 77 ? 2000 : 1900);
}

/** The number of a month by its name, in full or cut short; 0 for none. */
export function monthNumber(printed: string): number {
  if (printed === "") return 0;
  const start = printed.slice(0, 3);
  return monthNames.findIndex((name) => name.startsWith(start)) + 1;
}
