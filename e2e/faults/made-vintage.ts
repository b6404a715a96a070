import { createHash } from "node:crypto";
import { isVintageDate } from "#lib/series/observation";
import { loadCatalogue } from "#lib/sources/catalogue";
import { readSeed } from "#lib/sources/seed";
import { appendVintage, type AppendResult } from "#lib/store/append-vintage";
import { releaseOf } from "#lib/store/release-of";
import { openStore } from "#lib/store/store";

/**
 * Loads the newest figures of the major holders again, as if they had come out on `released` with Japan's December 2025 revised to
 * `value`, or with all figures revised to `everywhere` of them. Gives what came of it.
 */
export async function publishRevision(
  databaseUrl: string,
  released: string,
  value: string,
  everywhere: (value: string) => string = (same) => same,
): Promise<AppendResult> {
  const catalogue = loadCatalogue();
  if (!catalogue.ok || !isVintageDate(released)) throw new Error("no catalogue");
  const seed = readSeed("prisma/seed/mfh/2026-06-18", catalogue.value);
  const [newest] = seed.ok ? seed.value : [];
  if (!newest) throw new Error("no seed");
  const { parsed, snapshot } = newest;
  const store = openStore(databaseUrl, 1);
  try {
    return await appendVintage(store, {
      ...parsed,
      release: releaseOf(catalogue.value, "mfh"),
      date: released,
      snapshot: { ...snapshot, sha256: createHash("sha256").update(released).digest("hex") },
      note: "Made up for a test",
      cells: parsed.cells.map((cell) =>
        cell.key === "mfh.holdings.japan" && cell.period === "2025-12"
          ? { ...cell, value }
          : { ...cell, value: cell.value && everywhere(cell.value) },
      ),
    });
  } finally {
    await store.close();
  }
}
