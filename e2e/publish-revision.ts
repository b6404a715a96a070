import { createHash } from "node:crypto";
import { isVintageDate } from "#lib/series/observation";
import { loadCatalogue } from "#lib/sources/catalogue";
import { readSeed } from "#lib/sources/seed";
import { appendVintage } from "#lib/store/append-vintage";
import { releaseOf } from "#lib/store/release-of";
import { openStore } from "#lib/store/store";

/** The day of the vintage that `publishRevision` makes up. */
export const revisionDay = "2026-07-14";

/**
 * Loads the newest Major Foreign Holders figures again, as if Japan's December had been revised to 1,234.5. The store only ever
 * grows, so what asks for this comes last. Refuses a database of another machine.
 */
export async function publishRevision(databaseUrl: string): Promise<void> {
  if (!/^(127\.0\.0\.1|localhost)$/.test(new URL(databaseUrl).hostname))
    throw new Error("This writes, so only into a store on this machine");
  const catalogue = loadCatalogue();
  if (!catalogue.ok || !isVintageDate(revisionDay)) throw new Error("no catalogue");
  const seed = readSeed("prisma/seed/mfh/2026-06-18", catalogue.value);
  const [newest] = seed.ok ? seed.value : [];
  if (!newest) throw new Error("no seed");
  const { parsed, snapshot } = newest;
  const store = openStore(databaseUrl, 1);
  try {
    await appendVintage(store, {
      ...parsed,
      release: releaseOf(catalogue.value, "mfh"),
      date: revisionDay,
      snapshot: {
        ...snapshot,
        sha256: createHash("sha256").update("a revision made up for a test").digest("hex"),
      },
      note: "Made up for a test",
      cells: parsed.cells.map((cell) =>
        cell.key === "mfh.holdings.japan" && cell.period === "2025-12"
          ? { ...cell, value: "1234.5" }
          : cell,
      ),
    });
  } finally {
    await store.close();
  }
}
