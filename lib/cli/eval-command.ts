import { Command } from "commander";
import { describeValue } from "#lib/claims/judgement";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { parseExpression } from "#lib/expressions/parse";
import { pointAt } from "#lib/expressions/point-at";
import type { ExpressionProblem } from "#lib/expressions/problem";
import { describeInWords } from "#lib/expressions/words";
import type { Evaluation, Value } from "#lib/expressions/value";
import type { VintageDate } from "#lib/series/observation";
import { createReader } from "#lib/store/reader";
import { newestVintage } from "#lib/store/vintage-rows";
import { withStore, type Context } from "./context.ts";
import { parseVintageDate } from "./vintage-date-argument.ts";

interface EvalOptions {
  readonly asOf?: VintageDate;
  readonly json?: true;
}

/** `tickmark eval EXPRESSION`: the value, its unit, and the cells it rests on. */
export function evalCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("eval")
    .description("compute an expression over the store")
    .argument("<expression>", 'such as "sum(slt1.total.net.grand-total, 2025)"')
    .option("--as-of <date>", "the vintage to read at; the newest when not given", parseVintageDate)
    .option("--json", "print value, unit and cells as JSON")
    .action(async (text: string, options: EvalOptions) =>
      finish(await evaluate(text, options, context)),
    );
}

async function evaluate(text: string, options: EvalOptions, context: Context): Promise<number> {
  const parsed = parseExpression(text);
  if (!parsed.ok) return refuse(text, parsed.problems, context);
  return withStore(context, async (store) => {
    const asOf = options.asOf ?? (await newestVintage(store));
    if (asOf === null) {
      context.printError(
        "The store holds no vintage: run npm start once, or load a file with tickmark ingest.\n",
      );
      return 1;
    }
    const reader = createReader(store);
    const result = await evaluateExpression(parsed.tree, reader, asOf);
    if (!result.ok) return refuse(text, result.problems, context);
    const words = await describeInWords(parsed.tree, reader);
    const { evaluation } = result;
    if (options.json) {
      context.print(
        `${JSON.stringify({ expression: text, asOf, words, ...toJson(evaluation) }, null, 2)}\n`,
      );
    } else {
      context.print(`${describeValue(evaluation.value)}\n${words}, as of ${asOf}\n`);
      for (const { key, period, value, line, column } of evaluation.cells) {
        context.print(
          `  ${key}  ${period}  ${value ?? "n.a."}  line ${line ?? "?"}, column ${column ?? "?"}\n`,
        );
      }
    }
    return 0;
  });
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
