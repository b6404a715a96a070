import type { HedgeKind } from "./hedge-words.ts";
import type { Interval } from "./interval.ts";
import type { PrintedAmount } from "./printed-amount.ts";
import type {
  Accepted,
  Extreme,
  Need,
  Saying,
  SayingDimension,
  SayingPart,
  Sense,
} from "./saying.ts";
import { spanOfTokens, type Token } from "./word-token.ts";

/** One way to read the tokens from a place on; `end` is the place behind the last. */
export interface Reading {
  readonly end: number;
  readonly sense: Sense;
  readonly accepts: Accepted;
  readonly needs: Need | null;
  readonly hedge: HedgeKind | null;
  readonly extreme: Extreme | null;
  readonly outOf: number | null;
  readonly condition: Saying["condition"];
  readonly printed: PrintedAmount | null;
  readonly parts: readonly SayingPart[];
  /** Says nothing where another saying stands in the same mark: "in 2025", "purchases", "five". */
  readonly isWeak: boolean;
  /** Stands in plain prose without comparing anything: "a rise in holdings", "higher". */
  readonly isGeneric: boolean;
}

/** Words that look like a saying and are none that can be held against a value. */
export interface Refusal {
  readonly end: number;
  readonly refusal: { readonly reason: string; readonly fix: string };
}

type Given = Pick<Reading, "end" | "sense" | "accepts" | "parts"> & Partial<Reading>;

/** A reading of which only what differs from the usual is given. */
export function createReading(given: Given): Reading {
  return {
    needs: null,
    hedge: null,
    extreme: null,
    outOf: null,
    condition: null,
    printed: null,
    isWeak: false,
    isGeneric: false,
    ...given,
  };
}

export function valuesIn(interval: Interval, dimension: SayingDimension): Accepted {
  return { type: "values", dimension, interval };
}

/** The part that some tokens make. */
export function partOf(
  role: SayingPart["role"],
  tokens: readonly Token[],
  from: number,
  to: number,
): SayingPart {
  return { role, ...spanOfTokens(tokens, from, to) };
}

/** The first reading that reaches furthest. */
export function longest<T extends { readonly end: number }>(
  readings: readonly (T | null)[],
): T | null {
  return readings.reduce(
    (best, each) => (each !== null && (best === null || each.end > best.end) ? each : best),
    null,
  );
}
