import type { CheckedClaim } from "#lib/articles/check-claim";
import type { PlottedChart } from "#lib/charts/plotted";
import { literalPeriod, type Expression } from "#lib/expressions/tree";
import { comparePeriods, periodDistance, type Period } from "#lib/series/period";
import type { CellSpan, LinkedClaim } from "./chart-links.ts";

/** Which of an article's claims read the series of one of its charts, and what of them. In the order of the article. */
export function linksOf(
  { series }: Pick<PlottedChart, "series">,
  claims: readonly Pick<CheckedClaim, "claim" | "cells" | "parts">[],
): LinkedClaim[] {
  const shown = new Set(series.flatMap(({ keys }) => keys));
  const sentences = new Map<string, number>();
  return claims.flatMap(({ claim: { id, sentence }, cells, parts }) => {
    const words = sentence.before + sentence.claim + sentence.after;
    const number = sentences.get(words) ?? sentences.size;
    const spans = [...shown].flatMap((key) =>
      spansOf(
        key,
        cells.filter((cell) => cell.key === key).map(({ period }) => period),
      ),
    );
    if (spans.length === 0) return [];
    sentences.set(words, number);
    const subjects = parts
      .flatMap(({ tree }) => subjectOf(tree) ?? [])
      .filter(({ key }) => shown.has(key));
    return [{ id, sentence: number, spans, subjects }];
  });
}

/** The figure that a rank, a record or a run is of. */
function subjectOf(tree: Expression): CellSpan | null {
  if (tree.kind === "asOf") return subjectOf(tree.operand);
  const compares =
    tree.kind === "rank" ||
    tree.kind === "record" ||
    tree.kind === "recordRank" ||
    tree.kind === "run";
  if (!compares || tree.key.kind !== "key") return null;
  const period = literalPeriod(tree.period);
  return period === null ? null : { key: tree.key.key, from: period, to: period };
}

function spansOf(key: string, periods: readonly Period[]): CellSpan[] {
  const spans: CellSpan[] = [];
  for (const period of [...new Set(periods)].sort(comparePeriods)) {
    const last = spans.at(-1);
    if (last !== undefined && periodDistance(last.to, period) === 1) {
      spans[spans.length - 1] = { ...last, to: period };
    } else {
      spans.push({ key, from: period, to: period });
    }
  }
  return spans;
}
