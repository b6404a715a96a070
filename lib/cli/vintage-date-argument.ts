import { InvalidArgumentError } from "commander";
import { isVintageDate, type VintageDate } from "#lib/series/observation";

/** A day given on the command line. */
export function parseVintageDate(text: string): VintageDate {
  if (!isVintageDate(text))
    throw new InvalidArgumentError("Expected a day written YYYY-MM-DD, such as 2026-06-18.");
  return text;
}
