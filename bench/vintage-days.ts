import { isVintageDate, type VintageDate } from "#lib/series/observation";

/** The day of the n-th generated vintage: one a month from June 2023, counted from 0. */
export function asVintageDate(vintage: number): VintageDate {
  const day = new Date(Date.UTC(2023, 5 + vintage, 15)).toISOString().slice(0, 10);
  if (!isVintageDate(day)) throw new RangeError(`No day for vintage ${vintage}`);
  return day;
}
