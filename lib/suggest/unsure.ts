import type { FoundFigure } from "./found-figure.ts";

/** No proposal of a figure that its words do not bear out is surer than this. */
const most = 0.3;

/** A figure that is not known after all, with why. What gives it stays as a guess. */
export function unsure(figure: FoundFigure, why: string): FoundFigure {
  const isGiven = figure.outcome !== "contradicted";
  const [best] = figure.proposals;
  const given = best === undefined || !isGiven ? "" : ` (${best.computed}, ${best.asOf})`;
  return {
    ...figure,
    outcome: "unknown",
    proposals: isGiven
      ? figure.proposals.map((one) => ({ ...one, confidence: Math.min(most, one.confidence) }))
      : [],
    note: `${why}${given}.`,
  };
}
