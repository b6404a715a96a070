import type { Saying } from "./saying.ts";

/**
 * The sayings of a text that stands beside `count` expressions. Where there are more sayings, a direction that another saying
 * shows is left out, because it needs no expression of its own: "climbed for eleven straight months" beside a run of rises,
 * "rose from $3 billion to $5 billion" beside the two amounts. The sayings as they are where this does not make them as many.
 */
export function fitSayings(sayings: readonly Saying[], count: number): readonly Saying[] {
  if (sayings.length <= count) return sayings;
  const kept = sayings.filter((saying) => !isShown(saying, sayings));
  return kept.length === count ? kept : sayings;
}

/** Whether the ends of "from $3 billion to $5 billion" show a direction, by more than they are rounded. */
export function endsShow(sayings: readonly Saying[], direction: "up" | "down"): boolean {
  const [from, to, ...others] = sayings.filter(({ sense }) => sense === "amount");
  if (from?.accepts.type !== "values" || to?.accepts.type !== "values" || others.length > 0) {
    return false;
  }
  if (from.accepts.dimension !== to.accepts.dimension) return false;
  const [less, more] = direction === "up" ? [from.accepts, to.accepts] : [to.accepts, from.accepts];
  const [high, low] = [less.interval.high, more.interval.low];
  return high !== null && low !== null && high.lte(low);
}

/** Whether a bare direction follows from a run in the same text, or from the two amounts it is said of. */
function isShown(saying: Saying, sayings: readonly Saying[]): boolean {
  const { sense, accepts, printed } = saying;
  if (sense !== "change" || accepts.type !== "values" || accepts.dimension !== "any") return false;
  if (printed !== null) return false;
  const direction = accepts.interval.low === null ? "down" : "up";
  const isLevel = accepts.interval.low !== null && accepts.interval.high !== null;
  if (isLevel) return false;
  const isRun = sayings.some(
    ({ needs, condition, accepts: { type } }) =>
      (needs === "run" || type === "every") &&
      condition === (direction === "up" ? "rising" : "falling"),
  );
  return isRun || endsShow(sayings, direction);
}
