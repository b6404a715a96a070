import type { Vintage } from "#lib/series/vintage";
import { appendVintages } from "#lib/store/append-vintage";
import { migrate, readMigrations } from "#lib/store/migrate";
import { openStore, type Store } from "#lib/store/store";
import { listReleases, vintageName } from "#lib/store/vintage-rows";
import { BackupRefused } from "./backup-refused.ts";
import { hashContent, type ContentHash } from "./content-hash.ts";
import type { CheckResult, Finding } from "./finding.ts";
import { withStillStore } from "./keeping-session.ts";
import { differBetween, listSchemaFacts } from "./schema-facts.ts";
import { withScratchDatabase } from "./scratch-database.ts";
import {
  firstOf,
  readKeptSnapshots,
  readSeedFolders,
  type FileOfVintages,
  type KeptFiles,
} from "./vintage-files.ts";

/**
 * Makes the store anew beside itself, from the seed and the kept files, and compares what tables there are and the content
 * hashes; then throws it away. A vintage whose file is not kept cannot be made again, which is a finding; so is a file that
 * cannot be read or loaded, and a user who may not make databases.
 */
export async function checkRebuild(
  databaseUrl: string,
  store: Store,
  files: KeptFiles,
  folder: string,
): Promise<CheckResult> {
  const check = "rebuilt from files";
  try {
    return { check, ...(await remake(databaseUrl, store, files, folder)), notices: [] };
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    const found = error.message;
    const fix = "give the user of DATABASE_URL the right to make databases (CREATEDB)";
    const finding = { where: "beside the store", expected: "a store made anew", found, fix };
    return { check, looked: "nothing", findings: [finding], notices: [] };
  }
}

async function remake(
  databaseUrl: string,
  store: Store,
  files: KeptFiles,
  folder: string,
): Promise<Pick<CheckResult, "looked" | "findings">> {
  const vintages = (await listReleases(store)).flatMap((release) => release.vintages);
  const known = await readMigrations(folder);
  const look = (url: string) =>
    withStillStore(url, async (client) => ({
      facts: await listSchemaFacts(client, known),
      hash: await hashContent(client),
    }));
  return withScratchDatabase(databaseUrl, async (url) => {
    await migrate(url, folder);
    const made = openStore(url, 2);
    const findings: Finding[] = [];
    try {
      findings.push(...(await rebuild(made, files, vintages)));
    } finally {
      await made.close();
    }
    const [held, anew] = [await look(databaseUrl), await look(url)];
    findings.push(...compareFacts(anew.facts, held.facts), ...compare(held.hash, anew.hash));
    return { looked: `content hash ${held.hash.sha256}`, findings };
  });
}

/** Loads all there is; what cannot be loaded is told, and the rest still is. */
async function rebuild(
  made: Store,
  files: KeptFiles,
  vintages: readonly Vintage[],
): Promise<Finding[]> {
  const held = new Map(vintages.map((vintage) => [nameOf(vintage), vintage]));
  const findings: Finding[] = [];
  const append = async ({ where, contents }: FileOfVintages): Promise<void> => {
    if (!contents.ok) {
      findings.push(unread(where, firstOf(contents.problems)));
      return;
    }
    const wanted = contents.value.flatMap((content) => {
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
    const { content, reason } = results;
    findings.push(unread(where, `${content.release.slug} ${content.date}: ${reason}`));
  };
  for await (const file of readSeedFolders(files)) await append(file);
  for await (const file of readKeptSnapshots(files, [...held.values()])) await append(file);
  return findings;
}

function unread(where: string, found: string): Finding {
  const fix = "restore the files from version control or from a copy";
  return { where, expected: "vintages that can be loaded again", found, fix };
}

/** What migrations make, line by line, against what the store has. */
function compareFacts(expected: readonly string[], found: readonly string[]): Finding[] {
  const fix =
    "somebody changed the tables: put the change into a migration, or take it back as prisma/migrations has it";
  return differBetween(expected, found).map((line) => {
    const [fact, isMissing] = [line.slice(2), line.startsWith("- ")];
    return isMissing
      ? { where: "tables", expected: fact, found: "not there", fix }
      : { where: "tables", expected: "nothing", found: fact, fix };
  });
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
