import type { NowOutcome } from "#lib/site/now-claim";
import type { TickKind } from "../tick/tick.tsx";

/** The mark of what the newest vintage does to a claim; one whose value is the same keeps the mark it has. */
export function nowTick(outcome: Exclude<NowOutcome, "same">): TickKind {
  return outcome === "rounds" ? "revised" : outcome;
}
