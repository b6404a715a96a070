import { parseExpression } from "#lib/expressions/parse";
import { Decimal } from "#lib/series/decimal";
import { isVintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import type { TextSpan } from "#lib/claims/text-span";
import type { FoundFigure, Proposal } from "#lib/suggest/found-figure";

/** What matters to a test besides. */
interface Details extends Partial<Pick<FoundFigure, "outcome" | "note" | "said">> {
  readonly confidence?: number;
}

/** A supported figure of a text with these proposals, for tests. Each rests on a cell for each month that it names. */
export function exampleFigure(
  text: string,
  span: TextSpan,
  expressions: readonly string[],
  { outcome = "supported", note = "", said = span, confidence = 0.9 }: Details = {},
): FoundFigure {
  return {
    ...{ start: span.start, end: span.end, text: text.slice(span.start, span.end) },
    ...{ said, sentence: { start: 0, end: text.length }, outcome, note },
    proposals: expressions.map((expression) => exampleProposal(expression, said, confidence)),
  };
}

function exampleProposal(expression: string, said: TextSpan, confidence: number): Proposal {
  const asOf = "2026-06-18";
  const parsed = parseExpression(expression);
  if (!isVintageDate(asOf) || !parsed.ok) throw new TypeError(expression);
  const periods = [...expression.matchAll(/\d{4}-\d{2}(?!-)/gu)].flatMap(([period]) =>
    isPeriod(period) ? [period] : [],
  );
  return {
    ...{ expression, tree: parsed.tree, said, asOf, confidence },
    ...{ reasons: [], twins: [], computed: "$5 billion", told: "$5 billion" },
    evaluation: {
      value: { type: "quantity", amount: new Decimal(5e9), dimension: "USD" },
      cells: periods.map((period) => ({
        ...{ key: "press.line-3", period, value: "5", status: "normal" as const },
        ...{ knownFrom: asOf, line: null, column: null },
      })),
    },
    holding: { vintages: [asOf], first: asOf, last: asOf, until: null, isNow: true, now: null },
  };
}
