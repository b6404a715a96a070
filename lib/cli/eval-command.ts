import { Command } from "commander";
import { describeValue } from "#lib/claims/judgement";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { nameNewest } from "#lib/expressions/newest-value";
import { parseExpression } from "#lib/expressions/parse";
import { pointAt } from "#lib/expressions/point-at";
import type { ExpressionProblem } from "#lib/expressions/problem";
import { describeInWords } from "#lib/expressions/words";
import type { Evaluation, Value } from "#lib/expressions/value";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { createReader } from "#lib/store/reader";
import { newestVintage } from "#lib/store/vintage-rows";
import { withStore, type Context } from "./context.ts";
import { parseVintageDate } from "./vintage-date-argument.ts";

interface EvalOptions {
  readonly asOf?: VintageDate;
  readonly json?: true;
}

/**
 * `tickmark eval EXPRESSION...`: of each the value, its unit, and the cells it rests on. `-` stands for the lines of standard
 * input. What is wrong with one does not keep the others from being computed.
 */
export function evalCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("eval")
    .description("compute expressions over the store")
    .argument(
      "<expressions...>",
      'such as "sum(slt1.total.net.grand-total, 2025)"; - for the lines of standard input',
    )
    .option("--as-of <date>", "the vintage to read at; the newest when not given", parseVintageDate)
    .option("--json", "print values, units and cells as JSON: of several, a list")
    .action(async (texts: readonly string[], options: EvalOptions) =>
      finish(await evaluateAll(texts, options, context)),
    );
}

async function evaluateAll(
  given: readonly string[],
  options: EvalOptions,
  context: Context,
): Promise<number> {
  const lines = given.includes("-") ? linesOf((await context.readInput?.()) ?? "") : [];
  const texts = given.flatMap((text) => (text === "-" ? lines : [text]));
  const isList = given.length > 1 || given.includes("-");
  return withStore(context, async (store) => {
    const asOf = options.asOf ?? (await newestVintage(store));
    if (asOf === null) {
      context.printError(
        "The store holds no vintage: run npm start once, or load a file with tickmark ingest.\n",
      );
      return 1;
    }
    const reader = createReader(store);
    const computed: Computed[] = [];
    let status = 0;
    for (const text of texts) {
      const one = await compute(text, asOf, reader);
      if ("problems" in one) {
        status = refuse(text, one.problems, context);
        continue;
      }
      computed.push(one);
      if (options.json === undefined) printComputed(one, isList, context);
    }
    if (options.json) {
      const answers = computed.map(({ text, words, evaluation }) => ({
        ...{ expression: text, asOf, words },
        ...toJson(evaluation),
      }));
      const printed = isList ? answers : answers[0];
      if (printed !== undefined) context.print(`${JSON.stringify(printed, null, 2)}\n`);
    }
    return status;
  });
}

/** An expression a line; blank lines and remarks are none. */
function linesOf(input: string): string[] {
  return input
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

interface Computed {
  readonly text: string;
  readonly asOf: VintageDate;
  readonly words: string;
  readonly evaluation: Evaluation;
}

async function compute(
  text: string,
  asOf: VintageDate,
  reader: SeriesReader,
): Promise<Computed | { readonly problems: readonly ExpressionProblem[] }> {
  const parsed = parseExpression(text);
  if (!parsed.ok) return { problems: await nameNewest(parsed.problems, reader, asOf) };
  const result = await evaluateExpression(parsed.tree, reader, asOf);
  if (!result.ok) return result;
  const words = await describeInWords(parsed.tree, reader);
  return { text, asOf, words, evaluation: result.evaluation };
}

/** Of several, each is named, and its cells are left out. */
function printComputed(
  { text, words, asOf, evaluation }: Computed,
  isOfList: boolean,
  { print }: Context,
): void {
  const value = describeValue(evaluation.value);
  if (isOfList) {
    print(`${text}\n  ${value}\n  ${words}, as of ${asOf}\n`);
    return;
  }
  print(`${value}\n${words}, as of ${asOf}\n`);
  for (const { key, period, value: figure, line, column } of evaluation.cells) {
    print(
      `  ${key}  ${period}  ${figure ?? "n.a."}  line ${line ?? "?"}, column ${column ?? "?"}\n`,
    );
  }
}

/** Amounts leave as text: a JSON number would round them. */
function toJson({ value, cells }: Evaluation) {
  return { ...valueToJson(value), computed: describeValue(value), cells };
}

function valueToJson(value: Value) {
  switch (value.type) {
    case "quantity":
      return { value: value.amount.toFixed(), unit: value.dimension };
    case "period":
      return { value: value.period, unit: "period" };
    case "truth":
      return { value: value.truth, unit: "truth" };
  }
}

function refuse(text: string, problems: readonly ExpressionProblem[], context: Context): number {
  for (const problem of problems) {
    const fix = problem.fix === undefined ? "" : `\n    fix: ${problem.fix}`;
    context.printError(`${problem.kind}: ${problem.message}\n${pointAt(text, problem)}${fix}\n`);
  }
  return 1;
}
