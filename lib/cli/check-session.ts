import path from "node:path";
import { createCheckCache } from "#lib/articles/check-cache";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Vintage } from "#lib/series/vintage";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import { keepGate } from "#lib/site/keep-gate";
import { reportContent, type ContentSummary } from "#lib/site/report-content";
import { heldSince, storeHolds } from "#lib/site/site";
import { createReader } from "#lib/store/reader";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import { gateDigest } from "./gate-digest.ts";

/** Where the findings of earlier runs are kept; may be deleted. */
const cacheFolder = path.join(".tickmark", "checked");

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
  /** Looks at articles whatever is known of them, so that their figures and sentences are in memory. */
  readonly warm: (slugs: readonly string[]) => Promise<void>;
}

export function openSession(
  store: Store,
  folder: string,
  isCached: boolean,
  now: () => Date,
): CheckSession {
  const cache = isCached ? createCheckCache(cacheFolder) : null;
  const open = keepGate();
  let digest: Promise<string> | undefined;
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
      const basis = async () => {
        digest ??= gateDigest();
        return `${await digest} ${await heldSince(store, holds)}`;
      };
      const keeping = cache === null ? null : { cache, basis };
      return reportContent(reader, vintages, now(), folder, keeping, open);
    },
    warm: async (slugs) => {
      const { reader, vintages } = await held();
      const gate = await open(reader, vintages, folder);
      for (const slug of slugs) await gate.look(slug);
    },
  };
}
