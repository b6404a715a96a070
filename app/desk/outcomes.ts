import "server-only";
import type { DeskOutcome } from "../_data/desk-decide.ts";

declare global {
  /** By the headers of the request that decided. Next loads this module once for pages and once for actions. */
  var tickmarkDeskOutcomes: WeakMap<object, DeskOutcome> | undefined;
}

const outcomes = (globalThis.tickmarkDeskOutcomes ??= new WeakMap());

/** Hands what came of a decision to the page that is made in the same request. */
export function giveOutcome(request: object, outcome: DeskOutcome): void {
  outcomes.set(request, outcome);
}

/** What came of the decision in this request; null when none was made. */
export function outcomeOf(request: object): DeskOutcome | null {
  return outcomes.get(request) ?? null;
}
