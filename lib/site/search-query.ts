import { longestQuery } from "#lib/search/search-query";
import type { AddressParameters } from "./data-query.ts";

/** What an address of `/search` asks for, and in sentences what of it was left out. */
export function readSearchQuery(parameters: AddressParameters): {
  readonly text: string;
  readonly notices: readonly string[];
} {
  const { q } = parameters;
  const notices = Object.keys(parameters)
    .filter((name) => name !== "q")
    .map((name) => `The address asks for “${name.slice(0, 40)}”, which this page does not know.`);
  const given = (typeof q === "string" ? q : (q?.[0] ?? ""))
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
  if (q !== undefined && typeof q !== "string") {
    notices.push("The address asks for several things; the first was looked for.");
  }
  if (given.length > longestQuery) {
    notices.push(`Only the first ${longestQuery} letters were looked for.`);
  }
  return { text: given.slice(0, longestQuery), notices };
}
