import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "../test.ts";
import { askDatabase, startPrimary, startReplica, type Database } from "./postgres-pair.ts";

// What deploy/compose/replica.sh does with what it finds in its folder. No site and no figures are needed for it.

test.describe.configure({ mode: "serial" });

let primary: Database;
let replica: Database;

test.beforeAll(async () => {
  primary = await startPrimary();
  await askDatabase(primary.url, "CREATE TABLE told (what text)");
  replica = await startReplica(primary);
});

test.afterAll(async () => {
  await replica.remove();
  await primary.remove();
});

test("a replica that was killed follows again, and copies nothing anew", async () => {
  const copied = await whenCopied();
  await replica.kill();
  await askDatabase(primary.url, "INSERT INTO told VALUES ('while it was away')");
  await replica.start();
  await expectToFollow("while it was away");
  expect(await whenCopied()).toBe(copied);
});

test("a copy that was killed half-way is made again", async () => {
  await replica.kill();
  // What it writes last: the list of its files, and what says that it is a replica.
  for (const name of ["backup_manifest", "global/pg_control", "standby.signal"])
    await rm(path.join(replica.data, name));
  await askDatabase(primary.url, "INSERT INTO told VALUES ('after half a copy')");
  await replica.start();
  await expectToFollow("after half a copy");
});

test("a replica whose slot keeps nothing any more comes back when its folder is emptied", async () => {
  await replica.kill();
  await askDatabase(primary.url, "ALTER SYSTEM SET max_slot_wal_keep_size = '1MB'");
  await askDatabase(primary.url, "SELECT pg_reload_conf()");
  for (let file = 0; file < 4; file++) {
    await askDatabase(primary.url, `INSERT INTO told VALUES ('file ${file}')`);
    await askDatabase(primary.url, "SELECT pg_switch_wal()");
  }
  await askDatabase(primary.url, "CHECKPOINT");
  expect(await askDatabase(primary.url, "SELECT wal_status FROM pg_replication_slots")).toEqual([
    { wal_status: "lost" },
  ]);
  await askDatabase(primary.url, "ALTER SYSTEM RESET max_slot_wal_keep_size");
  await askDatabase(primary.url, "SELECT pg_reload_conf()");
  await rm(replica.data, { recursive: true });
  await replica.start();
  await askDatabase(primary.url, "INSERT INTO told VALUES ('after a lost slot')");
  await expectToFollow("after a lost slot");
});

/** That it is a replica, and has what was told to the primary. */
async function expectToFollow(what: string): Promise<void> {
  await expect
    .poll(async () =>
      askDatabase(
        replica.url,
        `SELECT pg_is_in_recovery() AS is, what FROM told WHERE what = '${what}'`,
      ),
    )
    .toEqual([{ is: true, what }]);
}

async function whenCopied(): Promise<number> {
  return (await stat(path.join(replica.data, "backup_manifest"))).mtimeMs;
}
