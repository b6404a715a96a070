import type { Vintage } from "#lib/series/vintage";
import { appendVintages } from "#lib/store/append-vintage";
import { migrate } from "#lib/store/migrate";
import { openStore, type Store } from "#lib/store/store";
import { listReleases, vintageName } from "#lib/store/vintage-rows";
import type { VintageContent } from "#lib/store/vintage-content";
import { hashContent, type ContentHash } from "./content-hash.ts";
import type { CheckResult, Finding } from "./finding.ts";
import { withStillStore } from "./keeping-session.ts";
import { withScratchDatabase } from "./scratch-database.ts";
import { firstOf, readKeptSnapshots, readSeedFolders, type KeptFiles } from "./vintage-files.ts";

/**
 * Makes the store anew beside itself, from the seed and the kept files, and compares the content hashes; then throws it away. A
 * vintage whose file is not kept cannot be made again, which is a finding. Throws a `BackupRefused` when the user may not make
 * databases.
 */
export async function checkRebuild(
  databaseUrl: string,
  store: Store,
  files: KeptFiles,
  migrations: string,
): Promise<CheckResult> {
  const vintages = (await listReleases(store)).flatMap((release) => release.vintages);
  const [expected, found] = await withScratchDatabase(databaseUrl, async (url) => {
    await migrate(url, migrations);
    const made = openStore(url, 2);
    try {
      await rebuild(made, files, vintages);
    } finally {
      await made.close();
    }
    return [
      await withStillStore(databaseUrl, hashContent),
      await withStillStore(url, hashContent),
    ] as const;
  });
  const looked = `content hash ${expected.sha256}`;
  return { check: "rebuilt from files", looked, findings: compare(expected, found), notices: [] };
}

async function rebuild(made: Store, files: KeptFiles, vintages: readonly Vintage[]): Promise<void> {
  const held = new Map(vintages.map((vintage) => [nameOf(vintage), vintage]));
  const append = async (contents: readonly VintageContent[]): Promise<void> => {
    const wanted = contents.flatMap((content) => {
      const { release, date, snapshot } = content;
      const vintage = held.get(vintageName(release.slug, date, snapshot.sha256));
      return vintage ? [{ ...content, note: vintage.note }] : [];
    });
    for (const { release, date, snapshot } of wanted)
      held.delete(vintageName(release.slug, date, snapshot.sha256));
    // What a person once said about a load stands in its note.
    const dropsOldest = wanted.length > 0 && wanted.every(({ note }) => note !== null);
    const results = await appendVintages(made, wanted, { dropsOldest });
    if (Array.isArray(results)) return;
    throw new Error(`${results.content.release.slug} ${results.content.date}: ${results.reason}`);
  };
  for await (const { where, contents } of readSeedFolders(files)) {
    if (!contents.ok) throw new Error(`${where}: ${firstOf(contents.problems)}`);
    await append(contents.value);
  }
  for await (const { where, contents } of readKeptSnapshots(files, [...held.values()])) {
    if (!contents.ok) throw new Error(`${where}: ${firstOf(contents.problems)}`);
    await append(contents.value);
  }
}

function compare(expected: ContentHash, found: ContentHash): Finding[] {
  if (expected.sha256 === found.sha256) return [];
  const made = new Map(found.vintages.map((one) => [`${one.release} ${one.date}`, one.sha256]));
  const fix =
    "if its file is not kept, only a backup has this vintage; else the store was changed by other means: restore a backup from before";
  const findings = expected.vintages.flatMap(({ release, date, sha256 }): Finding[] => {
    const where = `${release} ${date}`;
    const other = made.get(where);
    if (other === sha256) return [];
    return [{ where, expected: sha256, found: other ?? "no file to make it from", fix }];
  });
  if (findings.length > 0) return findings;
  return [{ where: "series", expected: expected.sha256, found: found.sha256, fix }];
}

function nameOf({ release, date, snapshot }: Vintage): string {
  return vintageName(release, date, snapshot.sha256);
}
