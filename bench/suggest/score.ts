import { keysIn } from "#lib/expressions/catalogue";
import type { TextSpan } from "#lib/claims/text-span";
import type { FoundFigure, Outcome, Proposal } from "#lib/suggest/found-figure";
import { questionOf, readRests, type Label, type LabelledText } from "./truth.ts";

/** Why a label has no right first proposal, or a figure has one that it should not have. */
export const causes = [
  "not found as a figure",
  "no proposal",
  "right series not among the candidates",
  "wrong period",
  "right cells, another computation",
  "ranked lower",
  "a date or a name taken for a figure",
  "proposed for what no table has",
] as const;
export type Cause = (typeof causes)[number];

/** What became of one figure: labelled, found, or both. */
export interface Scored {
  readonly where: string;
  readonly label: Label | null;
  readonly found: FoundFigure | null;
  /** The place of the first right proposal, counted from 1; null when none is. */
  readonly place: number | null;
  /** Null for what is right. */
  readonly cause: Cause | null;
}

/**
 * Holds what was found in a text against its labels. A proposal is right when it asks what the label rests on, and nothing
 * else: the same function of the same series and periods, its sign and vintage aside, or one that the label lists as its
 * equal. Which words it is put round is the gate's to judge.
 */
export function score(
  { name, labelled, labels }: LabelledText,
  figures: readonly FoundFigure[],
): Scored[] {
  const inside = figures.filter(({ start }) => start >= labelled.start && start < labelled.end);
  const ofLabels = labels.map((label): Scored => {
    const found = inside.find((figure) => overlaps(figure, label)) ?? null;
    const at = found?.proposals.findIndex(({ tree }) => label.rests.includes(questionOf(tree)));
    const place = at === undefined || at < 0 ? null : at + 1;
    return { where: name, label, found, place, cause: causeOf(label, found, place) };
  });
  const others = inside
    .filter((figure) => !labels.some((label) => overlaps(figure, label)))
    .map((found): Scored => ({
      ...{ where: name, label: null, found, place: null },
      cause: found.proposals.length === 0 ? null : "a date or a name taken for a figure",
    }));
  return [...ofLabels, ...others];
}

function overlaps(left: TextSpan, right: TextSpan): boolean {
  return left.start < right.end && right.start < left.end;
}

function causeOf(label: Label, found: FoundFigure | null, place: number | null): Cause | null {
  const proposals = found?.proposals ?? [];
  if (label.rests.length === 0) {
    return proposals.length === 0 ? null : "proposed for what no table has";
  }
  if (place !== null) return place === 1 ? null : "ranked lower";
  if (found === null) return "not found as a figure";
  if (proposals.length === 0) return "no proposal";
  const trees = label.rests.map(readRests);
  const named = new Set(trees.flatMap((tree) => keysIn(tree).map(({ key }) => key)));
  const near = proposals.filter(({ tree }) => keysIn(tree).every(({ key }) => named.has(key)));
  if (near.length === 0) return "right series not among the candidates";
  const isOfPeriods = (proposal: Proposal) =>
    proposal.evaluation.cells.some(({ period }) =>
      label.rests.some((rest) => rest.includes(period) || rest.includes(period.slice(0, 4) + ")")),
    );
  return near.some(isOfPeriods) ? "right cells, another computation" : "wrong period";
}

/** Shares of 0 to 1. */
export interface Rates {
  readonly labels: number;
  /** Labels that rest on something. */
  readonly data: number;
  readonly proposedFor: number;
  /** Of figures that something is proposed for, those with a right proposal among the first one, and the first three. */
  readonly precision: readonly [number, number];
  /** The same of the labels that rest on something. */
  readonly recall: readonly [number, number];
  /** Of labels, those with the right outcome. A figure that is not found is told nothing of. */
  readonly outcomes: number;
  /** Figures called supported that are not, and contradicted that are not: worse than saying nothing. */
  readonly wronglySure: number;
}

export function rate(scored: readonly Scored[]): Rates {
  const proposed = scored.filter(({ found }) => (found?.proposals.length ?? 0) > 0);
  const labels = scored.filter(({ label }) => label !== null);
  const data = labels.filter(({ label }) => (label?.rests.length ?? 0) > 0);
  const within = (of: readonly Scored[], most: number) =>
    of.filter(({ place }) => place !== null && place <= most).length / Math.max(1, of.length);
  const told = scored.map(({ label, found }) => [label?.outcome ?? "unknown", outcomeTold(found)]);
  const right = labels.filter(({ label, found }) => label?.outcome === outcomeTold(found));
  return {
    labels: labels.length,
    data: data.length,
    proposedFor: proposed.length,
    precision: [within(proposed, 1), within(proposed, 3)],
    recall: [within(data, 1), within(data, 3)],
    outcomes: right.length / Math.max(1, labels.length),
    wronglySure: told.filter(
      ([is, said]) => is !== said && (said === "supported" || said === "contradicted"),
    ).length,
  };
}

/** What a reader is told of a figure: of one that is not found, nothing. */
export function outcomeTold(found: FoundFigure | null): Outcome {
  return found?.outcome ?? "unknown";
}
