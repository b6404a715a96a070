import { Decimal } from "#lib/series/decimal";
import { isVintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import type { TextSpan } from "#lib/claims/text-span";
import type { FoundFigure, Proposal } from "#lib/suggest/found-figure";
import { readRests } from "./truth.ts";

/** A supported figure of a text with these proposals, for tests. */
export function exampleFigure(
  text: string,
  span: TextSpan,
  expressions: readonly string[],
): FoundFigure {
  return {
    ...span,
    text: text.slice(span.start, span.end),
    ...{ said: span, sentence: { start: 0, end: text.length } },
    ...{ outcome: "supported", note: "", proposals: expressions.map(exampleProposal(span)) },
  };
}

function exampleProposal(said: TextSpan): (expression: string) => Proposal {
  const asOf = "2026-06-18";
  if (!isVintageDate(asOf)) throw new TypeError(asOf);
  return (expression) => {
    const periods = [...expression.matchAll(/\d{4}-\d{2}(?!-)/gu)].flatMap(([period]) =>
      isPeriod(period) ? [period] : [],
    );
    return {
      ...{ expression, tree: readRests(expression), said, asOf, confidence: 0.9 },
      ...{ reasons: [], twins: [], computed: "$5 billion" },
      evaluation: {
        value: { type: "quantity", amount: new Decimal(5e9), dimension: "USD" },
        cells: periods.map((period) => ({
          ...{ key: "press.line-3", period, value: "5", status: "normal" as const },
          ...{ knownFrom: asOf, line: null, column: null },
        })),
      },
      holding: { vintages: [asOf], first: asOf, last: asOf, until: null, isNow: true, now: null },
    };
  };
}
