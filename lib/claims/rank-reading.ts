import type { Decimal } from "#lib/series/decimal";
import { createReading, partOf, valuesIn, type Reading } from "./reading.ts";
import type { Accepted, Extreme } from "./saying.ts";
import type { Token } from "./word-token.ts";

/** Since when something is a record. */
export type RecordAccepts = Extract<Accepted, { type: "record" | "month" | "reach" }>;

/** The reading of a place in a list, counted from one of its ends. */
export function rankReading(
  tokens: readonly Token[],
  at: number,
  end: number,
  extreme: Extreme,
  low: Decimal,
  high: Decimal,
): Reading {
  const interval = { low, high, includesLow: true, includesHigh: true };
  return createReading({
    end,
    sense: "rank",
    needs: "rank",
    accepts: valuesIn(interval, "number"),
    extreme,
    parts: [partOf("rank", tokens, at, end)],
  });
}

/** The reading of a record, the words of it as one part. */
export function recordReading(
  tokens: readonly Token[],
  at: number,
  end: number,
  extreme: Extreme | null,
  accepts: RecordAccepts = { type: "record", since: null, place: 1 },
): Reading {
  return createReading({
    end,
    sense: "record",
    needs: "record",
    accepts,
    extreme,
    parts: [partOf("record", tokens, at, end)],
  });
}
