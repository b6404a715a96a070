import type { CheckedArticle } from "#lib/articles/check-article";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Vintage } from "#lib/series/vintage";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import { findingsOnDisk, KeptFindings } from "#lib/site/keep-findings";
import { keepGate } from "#lib/site/keep-gate";
import { reportContent, type ContentSummary } from "#lib/site/report-content";
import { stillHolds, storeHolds } from "#lib/site/holds";
import { createReader } from "#lib/store/reader";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import { gateDigest } from "./gate-digest.ts";

/** What the store holds, as it is asked about. */
export interface HeldFigures {
  readonly holds: string;
  readonly reader: SeriesReader;
  readonly vintages: readonly Vintage[];
}

/** Asks the gate again and again: figures, words and findings stay in memory for as long as nothing changes them. */
export interface CheckSession {
  readonly held: () => Promise<HeldFigures>;
  readonly check: () => Promise<ContentSummary>;
  /** Looks at articles whatever is known of them, and gives those that can be made sense of; their figures and sentences are in memory then. */
  readonly look: (slugs: readonly string[]) => Promise<readonly CheckedArticle[]>;
}

export function openSession(
  store: Store,
  folder: string,
  isCached: boolean,
  now: () => Date,
): CheckSession {
  const open = keepGate();
  let findings: Promise<KeptFindings> | undefined;
  let known: HeldFigures | undefined;
  const held = async () => {
    const holds = await storeHolds(store);
    if (known?.holds === holds) return known;
    const vintages = (await listReleases(store)).flatMap((release) => release.vintages);
    known = { holds, reader: wholeSeriesReader(rememberingReader(createReader(store))), vintages };
    return known;
  };
  return {
    held,
    check: async () => {
      const { holds, reader, vintages } = await held();
      if (isCached) findings ??= readFindings();
      const keeping = (await findings)?.over(holds, () => stillHolds(store, holds)) ?? null;
      return reportContent({ reader, heldVintages: vintages, now: now(), folder, keeping, open });
    },
    look: async (slugs) => {
      const { reader, vintages } = await held();
      const gate = await open(reader, vintages, folder);
      const looked: CheckedArticle[] = [];
      for (const slug of slugs) {
        const { checked } = await gate.look(slug);
        if (checked !== null) looked.push(checked);
      }
      return looked;
    },
  };
}

async function readFindings(): Promise<KeptFindings> {
  return new KeptFindings(findingsOnDisk(await gateDigest()), { isTraced: false });
}
