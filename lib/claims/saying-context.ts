import type { ConditionName } from "#lib/expressions/functions";
import { mirrored } from "./interval.ts";
import { inUnitOf } from "./read-size.ts";
import { roundingInterval } from "./rounding-interval.ts";
import type { Saying } from "./saying.ts";
import { wordAt, type Token } from "./word-token.ts";

/** "from $3 to $4 billion": the first figure is in the unit of the second. */
export function shareUnits(sayings: readonly Saying[], tokens: readonly Token[]): Saying[] {
  return sayings.map((saying, place) => {
    const next = sayings[place + 1];
    if (!isBareAmount(saying) || !next || !isBareAmount(next)) return saying;
    const between = tokens.filter(({ start }) => start >= saying.end && start < next.start);
    const isFromTo = between.length === 1 && wordAt(between, 0) === "to";
    if (!isFromTo || saying.printed === null || next.printed === null) return saying;
    const printed = inUnitOf(saying.printed, next.printed);
    const { dimension } = printed;
    return {
      ...saying,
      printed,
      accepts: { type: "values", dimension, interval: roundingInterval(printed) },
    };
  });
}

function isBareAmount({ sense, hedge }: Saying): boolean {
  return sense === "amount" && hedge === null;
}

/** "Fell by $5 billion, or 3.8 percent": one fall, in two units. "Or 3.8 percent of the total" is a part of something. */
export function carryDirections(sayings: readonly Saying[], tokens: readonly Token[]): Saying[] {
  return sayings.map((saying, place) => {
    const first = sayings[place - 1];
    const { accepts, printed } = saying;
    if (first?.sense !== "change" || first.printed === null || saying.sense !== "amount") {
      return saying;
    }
    if (first.accepts.type !== "values" || accepts.type !== "values" || printed === null) {
      return saying;
    }
    const between = tokens.filter(({ start }) => start >= first.end && start < saying.start);
    const isOr = wordAt(between, between.length - 1) === "or" && between.length <= 2;
    const behind = tokens.findIndex(({ start }) => start >= saying.end);
    const isOther = first.accepts.dimension === accepts.dimension || printed.amount.isNegative();
    if (!isOr || isOther || wordAt(tokens, behind) === "of") return saying;
    const isFall = first.accepts.interval.high?.lte(0) === true;
    const interval = isFall ? mirrored(accepts.interval) : accepts.interval;
    return { ...saying, sense: "change", needs: "change", accepts: { ...accepts, interval } };
  });
}

const ofSize =
  /(?<!\p{L})(?:most|least|largest|smallest|biggest|greatest|fewest)(?!\p{L})|^(?:more|less|fewer|larger|smaller|bigger|greater) than/iu;

/** "sold $67.1 billion, the most in any month": the most that is sold is the lowest of a flow. */
export function turnExtremes(sayings: readonly Saying[]): Saying[] {
  const isSold = sayings.some(
    ({ sense, accepts }) =>
      sense === "side" && accepts.type === "values" && accepts.interval.high?.lte(0) === true,
  );
  return sayings.map((saying) => {
    if (!isSold || saying.extreme === null || !ofSize.test(saying.text)) return saying;
    return { ...saying, extreme: saying.extreme === "highest" ? "lowest" : "highest" };
  });
}

/** What a count of periods is a count of: "rose for four months running" of rises, where the text says one thing of that sort. */
export function tieCounts(sayings: readonly Saying[]): Saying[] {
  const conditions = sayings.flatMap((saying) => conditionOf(saying) ?? []);
  const [condition = null] = conditions;
  if (conditions.length !== 1) return [...sayings];
  return sayings.map((saying) =>
    // "The fourth decline in a row" says itself what it counts.
    saying.sense === "count" && saying.condition === null ? { ...saying, condition } : saying,
  );
}

function conditionOf({ sense, accepts }: Saying): ConditionName | null {
  if ((sense !== "change" && sense !== "side") || accepts.type !== "values") return null;
  const isUp = accepts.interval.low?.gte(0) === true;
  if (!isUp && accepts.interval.high?.lte(0) !== true) return null;
  if (sense === "change") return isUp ? "rising" : "falling";
  return isUp ? "positive" : "negative";
}
