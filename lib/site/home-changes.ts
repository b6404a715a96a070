import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { RevisionReport } from "#lib/series/revision";
import type { Release, Vintage } from "#lib/series/vintage";
import { evaluateAmount } from "./evaluate-plain.ts";
import { headlineAmount } from "./headline-amount.ts";

/** What a vintage changed against the one before it. Texts are ready to print. */
export interface VintageChanges {
  readonly release: string;
  readonly title: string;
  readonly from: VintageDate;
  readonly to: VintageDate;
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  /** The revision of the largest amount; null when nothing was revised. */
  readonly largest: LargestRevision | null;
}

export interface LargestRevision {
  readonly key: string;
  readonly title: string;
  readonly period: Period;
  /** "$9.27 trillion" */
  readonly before: string;
  readonly after: string;
  /** "up $1.2 billion" */
  readonly moved: string;
}

/** How two vintages of a release compare: `compareVintages` of the store, with a list cut short. */
export type CompareVintages = (
  release: string,
  from: VintageDate,
  to: VintageDate,
) => Promise<RevisionReport>;

/** The newest vintage of all releases that has one before it, and what it changed; null when no release has two. */
export async function newestChanges(
  held: readonly { readonly release: Release; readonly vintages: readonly Vintage[] }[],
  reader: SeriesReader,
  compare: CompareVintages,
): Promise<VintageChanges | null> {
  const [newest] = held
    .flatMap(({ release, vintages }) => {
      const [from, to] = [vintages.at(-2), vintages.at(-1)];
      return from && to ? [{ release, from: from.date, to: to.date }] : [];
    })
    .toSorted((left, right) => right.to.localeCompare(left.to, "en"));
  if (newest === undefined) return null;
  const { release, from, to } = newest;
  const { added, revised, withdrawn, largest } = await compare(release.slug, from, to);
  const first = largest.find(({ kind, difference }) => kind === "revised" && difference !== null);
  return {
    ...{ release: release.slug, title: release.title, from, to, added, revised, withdrawn },
    largest: first === undefined ? null : await tellRevision(first, { from, to }, reader),
  };
}

async function tellRevision(
  { key, title, period }: RevisionReport["largest"][number],
  { from, to }: Pick<VintageChanges, "from" | "to">,
  reader: SeriesReader,
): Promise<LargestRevision | null> {
  const before = await evaluateAmount(`at(${key}, ${period})`, reader, from);
  const after = await evaluateAmount(`at(${key}, ${period})`, reader, to);
  if (before === null || after === null) return null;
  const moved = after.amount.minus(before.amount);
  const { dimension } = after;
  return {
    ...{ key, title, period },
    before: headlineAmount(before.amount, dimension),
    after: headlineAmount(after.amount, dimension),
    moved: `${moved.isNegative() ? "down" : "up"} ${headlineAmount(moved.abs(), dimension)}`,
  };
}
