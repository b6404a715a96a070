import { formatPeriod } from "#lib/series/format";
import type { Period } from "#lib/series/period";
import type { Outcome, Proposal } from "./found-figure.ts";

/** A proposal at least as sure as this is taken for what is meant. */
export const sure = 0.6;

/** What the words name and do not give: told when it is the one thing that they can mean. */
export interface Named {
  readonly proposal: Proposal;
  readonly months: { readonly from: Period; readonly to: Period };
}

export function outcomeOf(proposals: readonly Proposal[], named: Named | null): Outcome {
  const [best] = proposals;
  if (best === undefined) return named === null ? "unknown" : "contradicted";
  if (best.confidence < sure) return "unknown";
  return best.holding.isNow ? "supported" : "drifted";
}

/** What a reader is told of a figure. */
export function noteOf(
  figure: string,
  proposals: readonly Proposal[],
  named: Named | null,
): string {
  const [best] = proposals;
  if (best === undefined) {
    if (named === null) return `No series that the words name gives ${figure}.`;
    const { evaluation, computed, asOf } = named.proposal;
    const title = named.proposal.reasons.at(-1) ?? evaluation.cells[0]?.key ?? "";
    return `The words name “${title}”, ${monthsText(named.months)}: ${computed} as of ${asOf}. At no vintage is it ${figure}.`;
  }
  const { holding, reasons, computed, asOf, confidence } = best;
  const title = reasons.at(-1) ?? "";
  if (confidence < sure) {
    const others = proposals.length - 1;
    const more =
      others === 0
        ? ""
        : others === 1
          ? ", as does another reading"
          : `, as do ${others} other readings`;
    return `The words do not say enough to be sure: “${title}” gives it (${computed}, ${asOf})${more}.`;
  }
  if (holding.isNow) return `“${title}”: ${computed}.`;
  const now = holding.now === null ? "no longer there" : `now ${holding.now}`;
  const until = holding.until === null ? "" : `, until the release of ${holding.until}`;
  return `“${title}”: ${computed} from the release of ${holding.first ?? asOf}${until}; ${now}.`;
}

function monthsText({ from, to }: Named["months"]): string {
  return from === to ? formatPeriod(to) : `${formatPeriod(from)} to ${formatPeriod(to)}`;
}
