import { periodPhraseAt } from "./period-phrase.ts";
import { createReading, partOf, type Reading } from "./reading.ts";
import type { Token } from "./word-token.ts";

/** "September 2008": what the words say where they say nothing else; beside another saying it is a date. */
export function readPeriod(tokens: readonly Token[], at: number): Reading | null {
  const found = periodPhraseAt(tokens, at);
  if (found === null) return null;
  return createReading({
    end: found.end,
    sense: "period",
    accepts: { type: "period", period: found.period },
    parts: [partOf("figure", tokens, at, found.end)],
    isWeak: true,
    isGeneric: true,
  });
}
