import { nearest } from "#lib/series/nearest";
import type { VintageDate } from "#lib/series/observation";
import {
  argumentWords,
  functionTable,
  isConditionName,
  type ConditionName,
  type FunctionName,
} from "./functions.ts";
import type { ExpressionProblem, ExpressionProblemKind } from "./problem.ts";
import { isSeriesNode, type KeyNode, type KeysNode, type SeriesNode } from "./series-node.ts";
import type { Expression, RangeNode, RankEnd, TextRange } from "./tree.ts";

/** A date: only ever the second argument of `asOf`. */
export interface DateNode extends TextRange {
  readonly kind: "date";
  readonly date: VintageDate;
}

/** A word that stands bare: `rising`, `lowest`. */
export interface WordNode extends TextRange {
  readonly kind: "word";
  readonly word: string;
}

/** What may stand between commas. A RangeNode here always has two ends; a lone period is an Expression. */
export type Argument = Expression | SeriesNode | RangeNode | DateNode | WordNode;

/** Arguments by their places, counted from 0; each is null after its problem has been told. */
export interface ArgumentReader {
  readonly key: (index: number) => SeriesNode | null;
  /** A series of nothing but keys. */
  readonly core: (index: number) => KeyNode | KeysNode | null;
  readonly braces: (index: number) => KeysNode | null;
  readonly expression: (index: number, expected: string) => Expression | null;
  readonly period: (index: number) => Expression | null;
  readonly range: (index: number) => RangeNode | null;
  readonly date: (index: number) => DateNode | null;
  readonly condition: (index: number) => ConditionName | null;
  /** `lowest`, or nothing for the highest. */
  readonly rankEnd: (index: number) => RankEnd | null;
  /** Tells that an argument should have been something else. */
  readonly refuse: (index: number, expected: string) => null;
}

/** Reads the arguments of a call at `place`; what is wrong is added to `problems`. */
export function createArgumentReader(
  name: FunctionName,
  args: readonly Argument[],
  place: TextRange,
  problems: ExpressionProblem[],
): ArgumentReader {
  const { signature } = functionTable[name];

  function report(
    index: number,
    kind: ExpressionProblemKind,
    message: string,
    fix = `write ${signature}`,
  ): null {
    const { start, end } = args[index] ?? place;
    problems.push({ kind, message, start, end, fix });
    return null;
  }
  function refuse(index: number, expected: string): null {
    return report(
      index,
      "wrong-arguments",
      `\`${name}\` expects ${expected} as argument ${index + 1}`,
    );
  }
  function key(index: number): SeriesNode | null {
    const argument = args[index];
    return argument && isSeriesNode(argument) ? argument : refuse(index, "a series key");
  }
  function core(index: number): KeyNode | KeysNode | null {
    const argument = args[index];
    return argument?.kind === "key" || argument?.kind === "keys"
      ? argument
      : refuse(index, "a key, with braces or without (`quarterly` and `yearly` go round it),");
  }
  function braces(index: number): KeysNode | null {
    const argument = args[index];
    return argument?.kind === "keys"
      ? argument
      : refuse(index, "a key with braces, such as slt1.{equities,corporates}.net.grand-total,");
  }
  function expression(index: number, expected: string): Expression | null {
    const argument = args[index];
    if (
      argument === undefined ||
      isSeriesNode(argument) ||
      argument.kind === "range" ||
      argument.kind === "date" ||
      argument.kind === "word"
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
  function strange(index: number, word: string): null {
    const words = argumentWords[name] ?? [];
    const [like] = nearest(word, words, 1);
    return report(
      index,
      "unknown-word",
      `\`${name}\` does not know the word \`${word}\``,
      like === undefined ? `write ${words.join(", ")}` : `did you mean \`${like}\`?`,
    );
  }
  function condition(index: number): ConditionName | null {
    const argument = args[index];
    if (argument?.kind !== "word") return refuse(index, "a condition, such as rising,");
    return isConditionName(argument.word) ? argument.word : strange(index, argument.word);
  }
  function rankEnd(index: number): RankEnd | null {
    const argument = args[index];
    if (argument === undefined) return "highest";
    if (argument.kind !== "word") return refuse(index, "`lowest`, or nothing,");
    return argument.word === "lowest" ? "lowest" : strange(index, argument.word);
  }

  return { key, core, braces, expression, period, range, date, condition, rankEnd, refuse };
}
