import type { FoundFigure, Proposal } from "#lib/suggest/found-figure";
import type { Suggested } from "#lib/suggest/suggest";
import { countOutcomes, type PlacedFigure } from "./suggest-print.ts";

/** What was found in a text, for programs. Amounts leave as text: a JSON number would round them. */
export function suggestionsAsJson(
  file: string,
  asOf: string,
  { figures, left }: Suggested,
  placed: readonly PlacedFigure[],
  limit: number,
): string {
  const answer = {
    ...{ file, asOf },
    figures: placed.map(({ figure, at: { line, column } }) => ({
      ...{ line, column, text: figure.text, outcome: figure.outcome, note: figure.note },
      proposals: proposalsOf(figure, limit),
    })),
    summary: { ...countOutcomes(figures), left },
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function proposalsOf({ proposals }: FoundFigure, limit: number) {
  return proposals
    .slice(0, limit)
    .map(
      ({
        expression,
        confidence,
        reasons,
        asOf,
        computed,
        holding,
        twins,
        evaluation,
      }: Proposal) => ({
        ...{ expression, twins, computed, asOf, confidence, reasons, holding },
        cells: evaluation.cells,
      }),
    );
}
