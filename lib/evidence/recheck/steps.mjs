import {
  absolute,
  add,
  compare,
  divide,
  fraction,
  growth,
  multiply,
  negative,
  subtract,
  zero,
} from "./numbers.mjs";
import { isWithin, months } from "./periods.mjs";

/**
 * What a step gives: a fraction, a period `{ period }`, or true or false. A text is the name of a cell; `amounts` has what each
 * cell comes to.
 */
export function compute(step, amounts) {
  if (typeof step === "string") return amountOf(step, amounts);
  const one = (each) => compute(each, amounts);
  const of = () => step.of.map(one);
  const line = () => step.periods.map(({ period, value }) => ({ period, value: one(value) }));
  const values = () => line().map(({ value }) => value);
  switch (step.op) {
    case "number":
      return fraction(step.value);
    case "period":
      return { period: step.period };
    case "sum":
      return of().reduce(add);
    case "mean":
      return divide(of().reduce(add), fraction(String(step.of.length)));
    case "smallest":
      return of().reduce((least, each) => (compare(each, least) < 0 ? each : least));
    case "largest":
      return of().reduce((most, each) => (compare(each, most) > 0 ? each : most));
    case "difference":
      return of().reduce(subtract);
    case "product":
      return of().reduce(multiply);
    case "quotient":
      return of().reduce(divide);
    case "percent":
      return multiply(of().reduce(divide), fraction("100"));
    case "negative":
      return negative(one(step.of[0]));
    case "absolute":
      return absolute(one(step.of[0]));
    case "growth":
      return growth(of().reduce(divide), step.months);
    case "rank": {
      const [own, ...others] = of();
      const sign = step.from === "highest" ? 1 : -1;
      return fraction(String(1 + others.filter((each) => compare(each, own) * sign > 0).length));
    }
    case "lowest-since":
      return { period: lastAsLow(line(), 1) };
    case "highest-since":
      return { period: lastAsLow(line(), -1) };
    case "latest":
      return { period: step.periods.at(-1).period };
    case "first":
      return { period: step.periods[0].period };
    case "run":
      return run(step.condition, values());
    case "count":
      return fraction(String(values().filter(meeting(step.condition)).length));
    case "compare":
      return related(step.relation, ...of());
    case "and":
      return of().every((each) => each);
    case "or":
      return of().some((each) => each);
    case "given": {
      const [found, value] = of();
      if (found.period !== step.period)
        throw new Error(`the period is ${found.period}, not ${step.period}`);
      return value;
    }
    default:
      throw new Error(`there is no operation "${step.op}"`);
  }
}

function amountOf(cell, amounts) {
  const amount = amounts.get(cell);
  if (amount === undefined) throw new Error(`cells.csv has no row ${cell}`);
  return amount;
}

/** The latest period of a line but the last with a value as low (sign 1) or as high (sign -1) as that of the last. */
function lastAsLow(line, sign) {
  const own = line.at(-1).value;
  const since = line.slice(0, -1).findLast(({ value }) => compare(value, own) * sign <= 0);
  return since?.period ?? null;
}

/** Whether the value at a place of a line is above or below 0, or above or below the one before it. */
function meeting(condition) {
  const isStep = condition === "rising" || condition === "falling";
  const isUp = condition === "rising" || condition === "positive";
  return (value, at, line) => {
    if (isStep && at === 0) return false;
    const order = compare(value, isStep ? line[at - 1] : zero);
    return isUp ? order > 0 : order < 0;
  };
}

/** How many in a row meet the condition, counted back from the last. The line must hold what ended the run. */
function run(condition, line) {
  const meets = meeting(condition);
  const end = line.findLastIndex((value, at) => !meets(value, at, line));
  if (end < 0) throw new Error("the rows do not go back to where the run began");
  return fraction(String(line.length - 1 - end));
}

/** A comparison of two amounts, or of two periods, of which the shorter may lie in the longer. */
function related(relation, left, right) {
  if (!("period" in left)) return test(relation, compare(left, right));
  if (left.period === null && right.period === null) return relation === "=";
  // No earlier period on record: whatever there was lies before all that is known.
  if (left.period === null) return ["<", "<=", "!="].includes(relation);
  if (right.period === null) return [">", ">=", "!="].includes(relation);
  const [one, other] = [months(left.period), months(right.period)];
  if (one.last - one.first > other.last - other.first)
    return related(
      { "<": ">", "<=": ">=", ">": "<", ">=": "<=" }[relation] ?? relation,
      right,
      left,
    );
  switch (relation) {
    case "=":
      return isWithin(one, other);
    case "!=":
      return !isWithin(one, other);
    case "<":
      return one.last < other.first;
    case "<=":
      return one.last <= other.last;
    case ">":
      return one.first > other.last;
    default:
      return one.first >= other.first;
  }
}

function test(relation, order) {
  return {
    "=": order === 0,
    "!=": order !== 0,
    "<": order < 0,
    "<=": order <= 0,
    ">": order > 0,
    ">=": order >= 0,
  }[relation];
}
