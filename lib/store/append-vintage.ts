import {
  appendChanges,
  largestRevisions,
  restateLater,
  type ChangeCounts,
  type Revision,
} from "./append-changes.ts";
import { refuseUnlikelySpan } from "./likely-span.ts";
import { stageVintage } from "./stage-vintage.ts";
import type { Store, Transaction } from "./store.ts";
import type { VintageContent } from "./vintage-content.ts";

interface Appended extends ChangeCounts {
  readonly outcome: "appended";
  /** Observations added, revised and withdrawn together. */
  readonly appended: number;
  readonly largestRevisions: readonly Revision[];
}

interface Refused {
  readonly outcome: "refused";
  readonly reason: string;
}

/** What an append did. */
export type AppendResult = Appended | { readonly outcome: "unchanged" } | Refused;

/** So many revisions are named: enough to see two rows that changed places. */
const revisionsNamed = 10;

/** Thrown within the transaction, because only that takes back what it has written. */
class Refusal extends Error {}

/**
 * Appends a vintage: only the observations that are new, revised or withdrawn against the vintage before it. One
 * transaction under one lock, so it is seen whole or not at all and two loads cannot interleave. Loading the same
 * snapshot again changes nothing. A vintage older than one already held may come later; reads as of the newer date then
 * give what they gave before. Refused: another file for a day that is held, the same file for another day, a file that
 * looks truncated beside the vintage before it, and one that changes nothing and has no note to say why it is there.
 */
export async function appendVintage(store: Store, content: VintageContent): Promise<AppendResult> {
  try {
    return await store.prisma.$transaction((tx) => appendWithin(tx, content), {
      maxWait: 60_000,
      timeout: 600_000,
    });
  } catch (error) {
    if (error instanceof Refusal) return { outcome: "refused", reason: error.message };
    throw error;
  }
}

async function appendWithin(tx: Transaction, content: VintageContent): Promise<AppendResult> {
  await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('tickmark.append'))`;
  const held = await findHeld(tx, content);
  if (held) return held;
  const unlikely = await refuseUnlikelySpan(tx, content);
  if (unlikely !== null) return { outcome: "refused", reason: unlikely };
  await stageVintage(tx, content);
  const counts = await appendChanges(tx, content);
  const appended = counts.added + counts.revised + counts.withdrawn;
  if (appended === 0 && content.note === null) {
    throw new Refusal(
      "every figure is that of the vintage before it, in a file of other bytes. Most often this is the same file saved by another program or filed under another day; if it was published so, say it with --note",
    );
  }
  const largest = await largestRevisions(tx, content, revisionsNamed);
  await restateLater(tx, content);
  await writeVintage(tx, content, appended);
  return { outcome: "appended", appended, ...counts, largestRevisions: largest };
}

async function findHeld(tx: Transaction, content: VintageContent): Promise<AppendResult | null> {
  const { release, date, snapshot } = content;
  const [same] = await tx.$queryRaw<{ date: string; sha256: string }[]>`
    SELECT date::text AS date, snapshot_sha256 AS sha256 FROM vintage
    WHERE (release_slug = ${release.slug} AND date = ${date}::date) OR snapshot_sha256 = ${snapshot.sha256}
    ORDER BY (snapshot_sha256 = ${snapshot.sha256}) DESC LIMIT 1`;
  if (!same) return null;
  if (same.sha256 !== snapshot.sha256) {
    return {
      outcome: "refused",
      reason: `the vintage of ${date} of ${release.slug} is already held, from another file (SHA-256 ${same.sha256}). A vintage is never replaced; give this file the date on which it was published`,
    };
  }
  if (same.date === date) return { outcome: "unchanged" };
  return {
    outcome: "refused",
    reason: `this file is already held as the vintage of ${same.date}. One file is one vintage; check --released`,
  };
}

async function writeVintage(
  tx: Transaction,
  content: VintageContent,
  appended: number,
): Promise<void> {
  const { release, date, snapshot, note } = content;
  await tx.$executeRaw`
    INSERT INTO vintage (release_slug, date, snapshot_sha256, note, first_period, last_period, appended)
    SELECT ${release.slug}, ${date}::date, ${snapshot.sha256}, ${note}, min(period), max(period), ${appended}::int FROM staged`;
}
