import "server-only";
import type { DeskOutcome } from "../_data/desk-decide.ts";
import { Kept } from "../_http/kept.ts";

declare global {
  /** By the id in the address that an editor is sent to. Next loads this module once for pages and once for actions. */
  var tickmarkDeskOutcomes: Kept<DeskOutcome> | undefined;
}

/** Each is shown once, and perhaps again when the page is read again. */
const outcomes = (globalThis.tickmarkDeskOutcomes ??= new Kept(100));

/** Keeps what came of a decision for the page that shows it; gives its id. */
export function keepOutcome(outcome: DeskOutcome): string {
  const id = crypto.randomUUID();
  outcomes.set(id, outcome);
  return id;
}

/** What came of the decision that an address names; null when it names none, or it was long ago. */
export function outcomeOf(
  id: string | readonly string[] | undefined,
): (DeskOutcome & { readonly id: string }) | null {
  const outcome = typeof id === "string" ? outcomes.get(id) : undefined;
  return typeof id === "string" && outcome ? { ...outcome, id } : null;
}
