import type { VintageDate } from "#lib/series/observation";
import { functionTable, type FunctionName } from "./functions.ts";
import type { ExpressionProblem } from "./problem.ts";
import type { Expression, KeyNode, RangeNode, TextRange } from "./tree.ts";

/** A date: only ever the second argument of `asOf`. */
export interface DateNode extends TextRange {
  readonly kind: "date";
  readonly date: VintageDate;
}

/** What may stand between commas. A RangeNode here always has two ends; a lone period is an Expression. */
export type Argument = Expression | KeyNode | RangeNode | DateNode;

/** The node of a call, or null after its problems have been added to `problems`. */
export function buildCall(
  name: FunctionName,
  args: readonly Argument[],
  place: TextRange,
  problems: ExpressionProblem[],
): Expression | null {
  const { signature, least, most } = functionTable[name];
  if (args.length < least || args.length > most) {
    const expected = least === most ? `${least}` : `${least} or ${most}`;
    const noun = most === 1 ? "argument" : "arguments";
    const message = `\`${name}\` takes ${expected} ${noun}, and has ${args.length}`;
    problems.push({ kind: "wrong-arguments", message, ...place, fix: `write ${signature}` });
    return null;
  }

  function refuse(index: number, expected: string): null {
    const { start, end } = args[index] ?? place;
    const message = `\`${name}\` expects ${expected} as argument ${index + 1}`;
    problems.push({ kind: "wrong-arguments", message, start, end, fix: `write ${signature}` });
    return null;
  }
  function key(index: number): KeyNode | null {
    const argument = args[index];
    return argument?.kind === "key" ? argument : refuse(index, "a series key");
  }
  function expression(index: number, expected: string): Expression | null {
    const argument = args[index];
    if (
      argument === undefined ||
      argument.kind === "key" ||
      argument.kind === "range" ||
      argument.kind === "date"
    ) {
      return refuse(index, expected);
    }
    return argument;
  }
  function period(index: number): Expression | null {
    return expression(index, "one period, such as 2025-12,");
  }
  function range(index: number): RangeNode | null {
    const argument = args[index];
    if (argument?.kind === "range") return argument;
    const from = expression(index, "a range, such as 2025 or 2025-01..2025-12,");
    return from && { kind: "range", from, to: null, start: from.start, end: from.end };
  }
  function date(index: number): DateNode | null {
    const argument = args[index];
    return argument?.kind === "date" ? argument : refuse(index, "a date, such as 2026-02-18,");
  }

  switch (name) {
    case "at": {
      const parts = { key: key(0), period: period(1) };
      return (
        parts.key && parts.period && { kind: "at", key: parts.key, period: parts.period, ...place }
      );
    }
    case "sum":
    case "mean":
    case "min":
    case "max": {
      const parts = { key: key(0), range: range(1) };
      return (
        parts.key &&
        parts.range && { kind: "aggregate", name, key: parts.key, range: parts.range, ...place }
      );
    }
    case "change":
    case "pct_change": {
      const parts = { key: key(0), range: range(1), earlier: args.length > 2 ? range(2) : null };
      if (!parts.key || !parts.range || (args.length > 2 && !parts.earlier)) return null;
      return {
        kind: "change",
        name,
        key: parts.key,
        range: parts.range,
        earlier: parts.earlier,
        ...place,
      };
    }
    case "share": {
      const parts = { part: key(0), whole: key(1), range: range(2) };
      if (!parts.part || !parts.whole || !parts.range) return null;
      return { kind: "share", part: parts.part, whole: parts.whole, range: parts.range, ...place };
    }
    case "rank": {
      const parts = { key: key(0), period: period(1) };
      return (
        parts.key &&
        parts.period && { kind: "rank", key: parts.key, period: parts.period, ...place }
      );
    }
    case "lowest_since":
    case "highest_since": {
      const parts = { key: key(0), period: period(1) };
      return (
        parts.key &&
        parts.period && { kind: "record", name, key: parts.key, period: parts.period, ...place }
      );
    }
    case "latest": {
      const only = key(0);
      return only && { kind: "latest", key: only, ...place };
    }
    case "abs": {
      const operand = expression(0, "an expression");
      return operand && { kind: "abs", operand, ...place };
    }
    case "asOf": {
      const parts = { operand: expression(0, "an expression"), day: date(1) };
      return (
        parts.operand &&
        parts.day && { kind: "asOf", operand: parts.operand, date: parts.day.date, ...place }
      );
    }
  }
}
