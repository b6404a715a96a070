import { formatDay, formatPeriod } from "#lib/series/format";
import { shiftPeriod, type Period } from "#lib/series/period";
import type { Outcome, Proposal } from "./found-figure.ts";
import type { HeldVintages } from "./held-vintages.ts";

/** A proposal at least as sure as this is taken for what is meant. */
export const sure = 0.6;

/** What the words name and do not give: told when it is the one thing that they can mean. */
export interface Named {
  readonly proposal: Proposal;
  readonly months: { readonly from: Period; readonly to: Period };
  readonly held: HeldVintages;
  /** No vintage is held that the text can have been written from. */
  readonly isBeforeHeld: boolean;
}

export function outcomeOf(proposals: readonly Proposal[], named: Named | null): Outcome {
  const [best] = proposals;
  if (best === undefined) return isContradicted(named) ? "contradicted" : "unknown";
  if (best.confidence < sure) return "unknown";
  return best.holding.isNow ? "supported" : "drifted";
}

/** What a text was written from is held, as far as anybody can tell, and gives something else. */
export function isContradicted(named: Named | null): boolean {
  return named !== null && !named.isBeforeHeld && named.held.gap === null;
}

/** What a reader is told of a figure. */
export function noteOf(
  figure: string,
  proposals: readonly Proposal[],
  named: Named | null,
): string {
  const [best] = proposals;
  if (best === undefined) {
    return named === null
      ? `No series that the words name gives “${figure}”.`
      : noteOfNamed(figure, named);
  }
  const { holding, reasons, told, asOf, confidence } = best;
  const title = reasons.at(-1) ?? "";
  if (confidence < sure) {
    const others = proposals.length - 1;
    const more =
      others === 0
        ? ""
        : others === 1
          ? ", as does another reading"
          : `, as do ${others} other readings`;
    return `The words do not say enough to be sure: “${title}” gives it (${told}, ${asOf})${more}.`;
  }
  if (holding.isNow) return `“${title}”: ${told}.`;
  const now = holding.now === null ? "no longer there" : `now ${holding.now}`;
  const until = holding.until === null ? "" : `, until the release of ${holding.until}`;
  return `“${title}”: ${told} from the release of ${holding.first ?? asOf}${until}; ${now}.`;
}

function monthsText({ from, to }: Named["months"]): string {
  return from === to ? formatPeriod(to) : `${formatPeriod(from)} to ${formatPeriod(to)}`;
}

export function noteOfUncounted(holder: string): string {
  return `No table counts the holdings or purchases of ${holder}: they are told by country, and as official or private.`;
}

function noteOfNamed(figure: string, { proposal, months, held, isBeforeHeld }: Named): string {
  const { evaluation, asOf, reasons, told } = proposal;
  const title = reasons.at(-1) ?? evaluation.cells[0]?.key ?? "";
  const name = `The words name “${title}”, ${monthsText(months)}`;
  const since = formatDay(held.since);
  if (isBeforeHeld) {
    return `${name}. We hold this table from ${since} on: what the text was written from is not held, and may have said ${figure}. Now it is ${told}.`;
  }
  if (held.gap !== null) {
    return `${name}. We hold this table of ${formatDay(held.gap.last)} and then of ${formatDay(held.gap.next)}: what lay between is not held, and may have said ${figure}. It was ${told} as of ${asOf}.`;
  }
  const never =
    held.count === 1
      ? `At the one vintage held it is not ${figure}.`
      : `At none of the ${held.count} vintages held is it ${figure}.`;
  const tried = `${name}: ${told} as of ${asOf}. ${never}`;
  if (!held.isFirstPrintMissing) return tried;
  const printed = formatPeriod(shiftPeriod(months.to, 2));
  return `${tried} We hold this table from ${since} on; ${formatPeriod(months.to)} was first printed about ${printed}, and may have been ${figure} then.`;
}
