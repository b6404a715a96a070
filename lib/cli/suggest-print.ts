import type { WrittenMarks } from "#lib/marks/write-marks";
import type { Place } from "#lib/series/problem";
import type { FoundFigure, Outcome, Proposal } from "#lib/suggest/found-figure";

/** A figure with its place in the file that was given. */
export interface PlacedFigure {
  readonly figure: FoundFigure;
  readonly at: Place;
}

const outcomes = ["supported", "drifted", "contradicted", "unknown"] as const;

/** A figure as a compiler would tell it: place, words, outcome, then what may be meant, the best first. */
export function printFigure({ figure, at }: PlacedFigure, limit: number): string {
  const shown = figure.proposals.slice(0, limit);
  const more = figure.proposals.length - shown.length;
  return [
    `${printPlace(at)}  "${oneLine(figure.text)}"  ${figure.outcome}`,
    `    ${figure.note}`,
    ...shown.flatMap((proposal, index) => printProposal(proposal, index + 1)),
    ...(more > 0 ? [`    ${more} more with --limit ${figure.proposals.length}`] : []),
    "",
  ].join("\n");
}

function printProposal(
  { expression, computed, asOf, confidence, reasons, twins }: Proposal,
  place: number,
): string[] {
  const same = twins.length === 0 ? [] : [`the same: ${twins.join(", ")}`];
  return [
    `    ${place}. ${expression}`,
    `       ${computed} as of ${asOf}, ${confidenceWord(confidence)}`,
    ...[...reasons, ...same].map((line) => `       ${line}`),
  ];
}

/** How far a proposal can be relied on, in a word. */
export function confidenceWord(confidence: number): string {
  if (confidence >= 0.8) return "sure";
  if (confidence >= 0.5) return "likely";
  return confidence >= 0.25 ? "possible" : "a guess";
}

export function printPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** How many figures there are of each outcome. */
export function countOutcomes(figures: readonly FoundFigure[]): Readonly<Record<Outcome, number>> {
  const counts = { supported: 0, drifted: 0, contradicted: 0, unknown: 0 };
  for (const { outcome } of figures) counts[outcome] += 1;
  return counts;
}

/** The last line: "14 figures: 9 supported, 3 drifted, 1 contradicted, 1 unknown." */
export function printSummary(figures: readonly FoundFigure[], left: number): string {
  const counts = countOutcomes(figures);
  const named = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`);
  const found = `${figures.length || "No"} ${figures.length === 1 ? "figure" : "figures"}`;
  const more = left > 0 ? ` ${left} more were not looked at: give the text in parts.` : "";
  return `${[found, ...(named.length > 0 ? [named.join(", ")] : [])].join(": ")}.${more}\n`;
}

/** What was written into an article, and what was left as it was and why. */
export function printWritten(
  { written, left }: WrittenMarks,
  placeOf: (figure: FoundFigure) => Place,
): string {
  const count = `${written.length} ${written.length === 1 ? "mark" : "marks"} written`;
  const lines = [
    ...written.map(({ figure, words, expression }) => ({
      figure,
      text: `<Claim of="${expression}">${oneLine(words)}</Claim>`,
    })),
    ...left.map(({ figure, reason }) => ({
      figure,
      text: `"${oneLine(figure.text)}" left as it is: ${reason}`,
    })),
  ].sort((one, other) => one.figure.start - other.figure.start);
  return [
    ...lines.map(({ figure, text }) => `${printPlace(placeOf(figure))}  ${text}`),
    `${count}, ${left.length} left as they are.`,
    "",
  ].join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}
