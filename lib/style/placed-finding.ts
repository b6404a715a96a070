import type { Place } from "#lib/series/problem";
import type { StyleRule } from "./finding.ts";

/** Something in the text that an editor would mend, with the words that a waiver names it by. */
export interface PlacedFinding {
  readonly rule: StyleRule;
  readonly words: string;
  readonly message: string;
  readonly fix: string;
  readonly at: Place;
}
