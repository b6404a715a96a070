import type { Violation } from "#lib/series/violation";
import { appendChanges, restateLater, type Changes } from "./append-changes.ts";
import { takeAppendLock } from "./append-lock.ts";
import { writeCatalogue, type Described } from "./catalogue-rows.ts";
import { coverageOf } from "./coverage.ts";
import { compareWithOthers } from "./compare-others.ts";
import { refuseUnlikelyCoverage } from "./likely-coverage.ts";
import { createStaged, stageCells } from "./stage-cells.ts";
import type { Store } from "./store.ts";
import { inTransaction, type Transaction } from "./transaction.ts";
import type { VintageContent } from "./vintage-content.ts";
import { describeViolations } from "./violation-words.ts";
import { findHeld, writeVintage } from "./write-vintage.ts";

interface Appended extends Changes {
  readonly outcome: "appended";
  /** Observations added, revised and withdrawn together. */
  readonly appended: number;
  /** Identities that its figures break, within the file and against the other vintages of its day. */
  readonly violations: readonly Violation[];
}

interface Refused {
  readonly outcome: "refused";
  readonly reason: string;
}

/** What an append did. */
export type AppendResult = Appended | { readonly outcome: "unchanged" } | Refused;

/** What a person says about a load. */
export interface AppendOptions {
  /** Refuses a vintage with a violation that is not acknowledged. */
  readonly strict?: boolean;
  /** The publisher really dropped the oldest periods of a growing table. The vintage needs a note. */
  readonly dropsOldest?: boolean;
}

/** Thrown within the transaction, because only that takes back what it has written. */
class Refusal extends Error {}

/**
 * Appends a vintage: only the observations that are new, revised or withdrawn against the vintage before it. One
 * transaction under one lock, so it is seen whole or not at all and two loads cannot interleave. Loading the same
 * snapshot again changes nothing. A vintage older than one already held may come later; reads as of the newer date then
 * give what they gave before. Refused: another file for a day that is held, the same file for another day, a file that
 * looks truncated beside the vintage before it, one that contradicts another of its day, and without a note to say why it is
 * there one that changes nothing, or in which two series have changed places.
 */
export async function appendVintage(
  store: Store,
  content: VintageContent,
  options: AppendOptions = {},
): Promise<AppendResult> {
  const results = await appendVintages(store, [content], options);
  if (!Array.isArray(results)) return { outcome: "refused", reason: results.reason };
  const [result] = results;
  if (!result) throw new Error("One vintage was appended, and nothing is known of it");
  return result;
}

/** One of several vintages was refused, and so nothing of any was written. */
interface RefusedTogether extends Refused {
  readonly content: VintageContent;
}

/**
 * The same for the vintages of one release that one file collects, in the order given: all of them in one transaction, and
 * when one is refused none.
 */
export async function appendVintages(
  store: Store,
  contents: readonly VintageContent[],
  options: AppendOptions = {},
): Promise<AppendResult[] | RefusedTogether> {
  const [first, ...others] = contents;
  if (!first) return [];
  let current = first;
  try {
    return await inTransaction(store, async (tx) => {
      await takeAppendLock(tx);
      await createStaged(tx);
      await writeCatalogue(tx, describedBy([first, ...others]));
      const results: AppendResult[] = [];
      for (const content of contents) {
        current = content;
        results.push(await appendWithin(tx, content, options));
      }
      return results;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { outcome: "refused", reason: error.message, content: current };
  }
}

/** What editors say of several vintages of one release, once: they name the same areas and series again and again. */
function describedBy(contents: readonly [VintageContent, ...VintageContent[]]): Described {
  const areas = new Map(contents.flatMap((one) => one.areas.map((area) => [area.slug, area])));
  const series = new Map(contents.flatMap((one) => one.series.map((each) => [each.key, each])));
  return {
    release: contents[0].release,
    areas: [...areas.values()],
    series: [...series.values()].sort((left, right) => (left.key < right.key ? -1 : 1)),
  };
}

async function appendWithin(
  tx: Transaction,
  content: VintageContent,
  { strict = false, dropsOldest = false }: AppendOptions,
): Promise<AppendResult> {
  const held = await findHeld(tx, content);
  if (held === "unchanged") return { outcome: "unchanged" };
  refuseWhen(held);
  if (dropsOldest && content.note === null) {
    throw new Refusal("--drops-oldest needs --note: readers are told why the oldest periods end");
  }
  const coverage = coverageOf(content.series, content.cells);
  refuseWhen(await refuseUnlikelyCoverage(tx, content, coverage, dropsOldest));
  await stageCells(tx, content);
  const changes = await appendChanges(tx, content, coverage);
  const appended = changes.added + changes.revised + changes.withdrawn;
  if (appended === 0 && content.note === null) {
    throw new Refusal(
      "every figure is that of the vintage before it, in a file of other bytes. Most often this is the same file saved by another program or filed under another day; if it was published so, say it with --note",
    );
  }
  if (content.note === null) refuseWhen(describeChangedPlaces(changes));
  await restateLater(tx, content);
  const others = await compareWithOthers(tx, content);
  refuseWhen(others.damage);
  const violations = [...content.violations, ...others.violations];
  if (strict) refuseWhen(describeViolations(violations.filter((one) => !one.acknowledged)));
  await writeVintage(tx, content, { appended, coverage, violations });
  return { outcome: "appended", appended, ...changes, violations };
}

function refuseWhen(reason: string | null): void {
  if (reason !== null) throw new Refusal(reason);
}

function describeChangedPlaces({ changedPlaces: [first, ...others] }: Changes): string | null {
  if (!first) return null;
  const more = others.length > 0 ? `, and ${others.length} more like it` : "";
  return `in ${first.periods} periods ${first.key} has the figures that ${first.other} had in the vintage before${more}. Two rows or columns of the file have changed places; fetch it again. If the publisher really mended labels that were wrong before, say it with --note`;
}
