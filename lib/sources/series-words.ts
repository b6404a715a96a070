import type { Series } from "#lib/series/series";
import type { Catalogue } from "./catalogue.ts";

/** How often a release is published. Throws when the catalogue lacks it. */
export function frequencyOf(catalogue: Catalogue, release: string): Series["frequency"] {
  const found = catalogue.releases.find(({ slug }) => slug === release);
  if (!found) throw new Error(`The catalogue lacks the release ${release}`);
  return found.frequency;
}

/** Puts words in the places of a template: "Holdings of {class}". A place without a word stays. */
export function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
