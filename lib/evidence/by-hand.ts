import { formatPeriod } from "#lib/series/format";
import type { Ledger, LedgerCell, LedgerClaim } from "./ledger.ts";
import { cellName, type Step } from "./step.ts";

/** How one claim of an article is checked with nothing but eyes and a pencil, in Markdown; null when none is so simple. */
export function byHand({ claims, cells }: Ledger): string | null {
  const named = new Map(cells.map((cell) => [cellName(cell), cell]));
  const worked = claims.flatMap((claim) => workedOut(claim, named) ?? []);
  const example = worked.find(({ used }) => used.length === 2) ?? worked[0];
  if (example === undefined) return null;
  const { claim, used, arithmetic } = example;
  const places = used.map(
    ({ key, period, value, unit, file, knownFrom, line, column }) =>
      `- \`${key}\`, ${formatPeriod(period)}: **${value}** (${unit}), in \`${file}\` of the vintage of ${knownFrom}, line ${line ?? "not known"}, column ${column ?? "not known"}.`,
  );
  return [
    `Claim ${claim.number} says “${claim.words}”:`,
    "",
    `> ${claim.sentence}`,
    "",
    `Its computation in words: ${claim.computation}. Its rows in \`cells.csv\`:`,
    "",
    ...places,
    "",
    `${arithmetic}, which is ${claim.computed}. The words stand for ${claim.interval}; the value lies there, so the claim holds.`,
  ].join("\n");
}

/** A claim that is a cell, or one less another in the same unit, with two bounds to lie between. */
function workedOut(
  claim: LedgerClaim,
  named: ReadonlyMap<string, LedgerCell>,
): { claim: LedgerClaim; used: readonly LedgerCell[]; arithmetic: string } | null {
  const [part, another] = claim.parts;
  if (part === undefined || another !== undefined) return null;
  const { accepts } = part;
  if (accepts.type !== "values" || accepts.low === null || accepts.high === null) return null;
  const used = cellsOf(part.steps)?.flatMap((name) => named.get(name) ?? []) ?? [];
  const [first, second] = used;
  if (first === undefined || used.some(({ unit }) => unit !== first.unit)) return null;
  if (used.some(({ line }) => line === null)) return null;
  const arithmetic =
    second === undefined
      ? `The figure is ${first.value} ${first.unit}`
      : `${first.value} less ${second.value} ${first.unit}`;
  return { claim, used, arithmetic };
}

function cellsOf(step: Step): readonly string[] | null {
  if (typeof step === "string") return [step];
  if (step.op !== "difference") return null;
  const names = step.of.filter((one) => typeof one === "string");
  return names.length === 2 ? names : null;
}
