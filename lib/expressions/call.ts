import { createArgumentReader, type Argument } from "./call-arguments.ts";
import { functionTable, type FunctionName } from "./functions.ts";
import type { ExpressionProblem } from "./problem.ts";
import type { SeriesNode } from "./series-node.ts";
import type { Expression, TextRange } from "./tree.ts";

/** The node of a call, or null after its problems have been added to `problems`. */
export function buildCall(
  name: FunctionName,
  args: readonly Argument[],
  place: TextRange,
  problems: ExpressionProblem[],
): Expression | SeriesNode | null {
  const { signature, least, most } = functionTable[name];
  if (args.length < least || args.length > most) {
    const between = most === least + 1 ? "or" : "to";
    const expected = least === most ? `${least}` : `${least} ${between} ${most}`;
    const noun = most === 1 ? "argument" : "arguments";
    const message = `\`${name}\` takes ${expected} ${noun}, and has ${args.length}`;
    problems.push({ kind: "wrong-arguments", message, ...place, fix: `write ${signature}` });
    return null;
  }

  const { key, core, braces, expression, period, range, date, condition, rankEnd, refuse } =
    createArgumentReader(name, args, place, problems);

  switch (name) {
    case "quarterly":
    case "yearly": {
      const of = key(0);
      return of && { kind: "periodic", name, of, ...place };
    }
    case "first_printed": {
      const of = core(0);
      return of && { kind: "firstPrinted", of, ...place };
    }
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
      return { kind: "change", name, ...parts, key: parts.key, range: parts.range, ...place };
    }
    case "compound_growth": {
      const parts = { key: key(0), period: period(1), earlier: period(2) };
      if (!parts.key || !parts.period || !parts.earlier) return null;
      return {
        kind: "growth",
        key: parts.key,
        period: parts.period,
        earlier: parts.earlier,
        ...place,
      };
    }
    case "mean_distance": {
      const parts = { key: key(0), other: key(1), range: range(2) };
      if (!parts.key || !parts.other || !parts.range) return null;
      return { kind: "distance", key: parts.key, other: parts.other, range: parts.range, ...place };
    }
    case "share": {
      const parts = { part: key(0), whole: key(1), range: range(2) };
      if (!parts.part || !parts.whole || !parts.range) return null;
      return { kind: "share", part: parts.part, whole: parts.whole, range: parts.range, ...place };
    }
    case "contribution": {
      const { part, whole, ...parts } = {
        part: key(0),
        whole: key(1),
        range: range(2),
        earlier: args.length > 3 ? range(3) : null,
      };
      if (!part || !whole || !parts.range || (args.length > 3 && !parts.earlier)) return null;
      return {
        kind: "contribution",
        part,
        whole,
        range: parts.range,
        earlier: parts.earlier,
        ...place,
      };
    }
    case "rank": {
      const hasPeers = args.length > 2 && args[2]?.kind !== "word";
      const parts = { key: key(0), period: period(1), peers: hasPeers ? braces(2) : null };
      const from = rankEnd(hasPeers ? 3 : 2);
      if (!hasPeers && args.length > 3) return refuse(3, "nothing behind `lowest`");
      if (!parts.key || !parts.period || (hasPeers && !parts.peers) || !from) return null;
      return {
        kind: "rank",
        key: parts.key,
        period: parts.period,
        peers: parts.peers,
        from,
        ...place,
      };
    }
    case "record_rank": {
      const parts = { key: key(0), period: period(1), from: rankEnd(2) };
      if (!parts.key || !parts.period || !parts.from) return null;
      return {
        kind: "recordRank",
        key: parts.key,
        period: parts.period,
        from: parts.from,
        ...place,
      };
    }
    case "lowest_since":
    case "highest_since": {
      const parts = { key: key(0), period: period(1) };
      return (
        parts.key &&
        parts.period && { kind: "record", name, key: parts.key, period: parts.period, ...place }
      );
    }
    case "run": {
      const parts = { condition: condition(0), key: key(1), period: period(2) };
      if (!parts.condition || !parts.key || !parts.period) return null;
      return {
        kind: "run",
        condition: parts.condition,
        key: parts.key,
        period: parts.period,
        ...place,
      };
    }
    case "count": {
      const parts = { condition: condition(0), key: key(1), range: range(2) };
      if (!parts.condition || !parts.key || !parts.range) return null;
      return {
        kind: "count",
        condition: parts.condition,
        key: parts.key,
        range: parts.range,
        ...place,
      };
    }
    case "latest":
    case "first": {
      const only = key(0);
      return only && { kind: name, key: only, ...place };
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
