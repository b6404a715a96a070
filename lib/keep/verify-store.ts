import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import type { Vintage } from "#lib/series/vintage";
import { heldMigrations, readMigrations } from "#lib/store/migrate";
import type { Store } from "#lib/store/store";
import { listReleases, vintageName } from "#lib/store/vintage-rows";
import { compareVintage } from "./compare-vintage.ts";
import { compareViolations } from "./compare-violations.ts";
import type { CheckResult, Finding } from "./finding.ts";
import { triggersOf } from "./made-by.ts";
import { strayFigures } from "./stray-figures.ts";
import {
  firstOf,
  readKeptSnapshots,
  readSeedFolders,
  type FileOfVintages,
  type KeptFiles,
} from "./vintage-files.ts";

/** Whether kept bytes are still those of their names. That there is no folder is said: it may be another that is meant. */
export async function checkSnapshots(folder: string): Promise<CheckResult> {
  const findings: Finding[] = [];
  const isThere = existsSync(folder);
  const names = isThere ? await readdir(folder) : [];
  const hashes = names.filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
  for (const name of hashes) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(path.join(folder, name)), hash);
    const found = hash.digest("hex");
    if (found === name) continue;
    findings.push({
      where: path.join(folder, name),
      expected: `SHA-256 ${name}`,
      found: `SHA-256 ${found}`,
      fix: "the disk or somebody changed it: bring the file back from a copy, or take it away and let npx tickmark sync fetch it again while it is published",
    });
  }
  const notices = isThere
    ? []
    : [
        `${folder} is not there: sync has kept nothing yet, or it keeps it elsewhere (--keep, TICKMARK_SNAPSHOTS)`,
      ];
  return { check: "kept snapshots", looked: `${hashes.length} files`, findings, notices };
}

/** Whether the database had our migrations, as they are, and its triggers are in force. */
export async function checkSchema(store: Store, migrations: string): Promise<CheckResult> {
  const findings: Finding[] = [];
  const known = await readMigrations(migrations);
  const client = await store.pool.connect();
  try {
    const held = await heldMigrations(client);
    for (const { name, checksum } of known) {
      const found = held.find((one) => one.name === name);
      if (found?.checksum === checksum) continue;
      findings.push({
        where: `migration ${name}`,
        expected: `SHA-256 ${checksum}`,
        found: found ? `SHA-256 ${found.checksum}` : "not applied",
        fix: found
          ? "restore the file of the migration from version control"
          : "any other command of Tickmark applies it",
      });
    }
    const had = known.filter(({ name }) => held.some((one) => one.name === name));
    findings.push(...(await checkTriggers(client, triggersOf(had))));
  } finally {
    client.release();
  }
  return { check: "schema", looked: `${known.length} migrations`, findings, notices: [] };
}

/** Without its triggers a table takes changes: each must be there, on its table, and in force. */
async function checkTriggers(
  client: ClientBase,
  expected: ReadonlyMap<string, string>,
): Promise<Finding[]> {
  const { rows } = await client.query<{ name: string; of: string; enabled: boolean }>(
    `SELECT tgname::text AS name, relname::text AS of, tgenabled IN ('O', 'A') AS enabled
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace`,
  );
  return [...expected].flatMap(([name, of]) => {
    const found = rows.find((row) => row.name === name && row.of === of);
    if (found?.enabled === true) return [];
    return [
      {
        where: `trigger ${name}`,
        expected: `in force on ${of}`,
        found: found ? "disabled" : "not there",
        fix: found
          ? `ALTER TABLE ${of} ENABLE TRIGGER ${name}, and find out who disabled it`
          : "make it again as its migration in prisma/migrations does, and find out who dropped it",
      },
    ];
  });
}

/**
 * Holds every vintage against the file it came in: those of the seed, and of the others those whose bytes are kept; and finds
 * figures that no vintage can have brought. A seed folder or a file that is not what its hashes say is a finding too. `tell` hears of each vintage as it is looked at.
 */
export async function checkVintages(
  store: Store,
  files: KeptFiles,
  tell: (vintage: string) => void,
): Promise<CheckResult> {
  const held = new Map(
    (await listReleases(store)).flatMap(({ vintages }) =>
      vintages.map((vintage) => [nameOf(vintage), vintage] as const),
    ),
  );
  const left = new Map(held);
  const findings: Finding[] = [];
  let figures = 0;
  const look = async ({ where, contents }: FileOfVintages): Promise<void> => {
    if (!contents.ok) {
      const fix = "restore the files from version control or from a copy";
      findings.push({
        where,
        expected: "as it was written",
        found: firstOf(contents.problems),
        fix,
      });
      return;
    }
    for (const content of contents.value) {
      const { release, date, snapshot, cells } = content;
      const name = vintageName(release.slug, date, snapshot.sha256);
      if (!held.has(name)) {
        const fix = "any other command of Tickmark loads the seed";
        findings.push({ where, expected: `${name} in the store`, found: "not there", fix });
        continue;
      }
      tell(`${release.slug} ${date}`);
      left.delete(name);
      figures += cells.length;
      findings.push(...(await compareVintage(store, content)));
      findings.push(...(await compareViolations(store, content)));
    }
  };
  for await (const file of readSeedFolders(files)) await look(file);
  for await (const file of readKeptSnapshots(files, [...left.values()])) await look(file);
  findings.push(...(await strayFigures(store)));
  const notices = [...left.values()].map(
    ({ release, date, snapshot }) =>
      `${release} ${date}: its file (SHA-256 ${snapshot.sha256}) is not kept here, so only backups have it besides the store`,
  );
  const looked = `${held.size - left.size} of ${held.size} vintages, ${figures.toLocaleString("en-US")} figures`;
  return { check: "vintages", looked, findings, notices };
}

function nameOf({ release, date, snapshot }: Vintage): string {
  return vintageName(release, date, snapshot.sha256);
}
