import { randomBytes } from "node:crypto";
import { Client, type Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { addAllowances, openAllowances, readAllowances } from "./allowance-rows.ts";
import { createSeededTestStore, type TestStore } from "./test-store.ts";
import { openStore, type Store } from "./store.ts";
import { mayChangeStore } from "./may-change-store.ts";
import { makeWebRole, renewWebRole } from "./web-role.ts";
import { WebRoleRefused } from "./web-role-refused.ts";
import { listReleases } from "./vintage-rows.ts";
import { createReader } from "./reader.ts";

const name = `web_${randomBytes(4).toString("hex")}`;
const password = "correct-horse-battery";

let store: TestStore;
let address: string;
let web: Store;
let counting: Pool;
/** A session of the role that has lifted what a session may lift. */
let attacker: Client;

beforeAll(async () => {
  store = await createSeededTestStore();
  address = await makeWebRole(store.databaseUrl, { name, password });
  web = openStore(address);
  counting = openAllowances(address);
  attacker = new Client({ connectionString: address });
  await attacker.connect();
  await attacker.query("SET default_transaction_read_only = off");
});
afterAll(async () => {
  await attacker.end();
  await counting.end();
  await web.close();
  await store.pool.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
  await store.close();
});

async function contents(): Promise<unknown> {
  const { rows } = await store.pool.query(
    `SELECT (SELECT count(*) FROM observation) AS observations, (SELECT count(*) FROM vintage) AS vintages,
       (SELECT count(*) FROM series) AS series, (SELECT md5(string_agg(title, '' ORDER BY key)) FROM series) AS titles,
       (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS things,
       (SELECT count(*) FROM pg_largeobject_metadata) AS objects`,
  );
  return rows[0];
}

async function codeOf(statement: string): Promise<string> {
  try {
    await attacker.query(statement);
    return "done";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

test("the role reads what pages are made of, with lists and figures as of a day", async () => {
  expect(await listReleases(web)).toEqual(await listReleases(store));
  const [day, key] = ["2026-02-18", "mfh.holdings.japan"];
  if (!isVintageDate(day)) throw new TypeError(day);
  const cells = await createReader(web).read([key], day);
  expect(cells.size).toBe(1);
  expect(cells).toEqual(await createReader(store).read([key], day));
});

test("every table refuses every way of writing, whatever the session says", async () => {
  const { rows } = await store.pool.query<{ table: string; column: string }>(
    `SELECT table_name AS table, min(column_name) AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name NOT LIKE 'allowance%' GROUP BY 1`,
  );
  expect(rows.length).toBeGreaterThan(8);
  const before = await contents();
  for (const { table, column } of rows) {
    for (const statement of [
      `INSERT INTO "${table}" DEFAULT VALUES`,
      `UPDATE "${table}" SET "${column}" = "${column}"`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}"`,
      `COPY "${table}" FROM STDIN`,
      `SELECT FROM "${table}" FOR UPDATE`,
      `DO $$ BEGIN LOCK TABLE "${table}" IN SHARE MODE; END $$`,
      `ALTER TABLE "${table}" DISABLE TRIGGER ALL`,
      `DROP TABLE "${table}"`,
    ]) {
      expect(await codeOf(statement), statement).toBe("42501");
    }
  }
  expect(await contents()).toEqual(before);
});

test.each([
  "CREATE TABLE mine (a int)",
  "CREATE TEMPORARY TABLE mine (a int)",
  "CREATE SCHEMA mine",
  "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  "CREATE EXTENSION file_fdw",
  "CREATE DATABASE mine",
  "CREATE ROLE mine",
  "CREATE INDEX ON observation (value)",
  "DROP FUNCTION refuse_change()",
  "ALTER FUNCTION refuse_change() OWNER TO CURRENT_USER",
  "COMMENT ON TABLE observation IS 'mine'",
  "SET ROLE tickmark",
  "SET SESSION AUTHORIZATION tickmark",
  "SET session_replication_role = replica",
  "ALTER SYSTEM SET work_mem = '1GB'",
  "ALTER ROLE CURRENT_USER SUPERUSER",
  "SELECT nextval('series_id_seq')",
  "SELECT setval('series_id_seq', 1)",
  "SELECT lo_create(0)",
  "SELECT lo_from_bytea(0, 'a')",
  "SELECT lo_import('/etc/hostname')",
  "SELECT pg_advisory_lock(hashtext('tickmark.append'))",
  "SELECT pg_advisory_xact_lock(1, 2)",
  "SELECT pg_read_file('/etc/hostname')",
  "SELECT pg_reload_conf()",
  "COPY release TO '/tmp/release.txt'",
  "COPY release TO PROGRAM 'cat'",
  "COPY (SELECT 1) TO PROGRAM 'cat'",
])("the database refuses %s", async (statement) => {
  expect(await codeOf(statement)).toBe("42501");
});

test("its sessions read only unless they say otherwise, and nothing in them lasts", async () => {
  const fresh = new Client({ connectionString: address });
  await fresh.connect();
  const shown = async (setting: string) =>
    (await fresh.query<Record<string, string>>(`SHOW ${setting}`)).rows[0]?.[setting];
  expect(await shown("default_transaction_read_only")).toBe("on");
  expect(await shown("statement_timeout")).toBe("20s");
  expect(await shown("lock_timeout")).toBe("5s");
  expect(await shown("idle_in_transaction_session_timeout")).toBe("30s");
  await fresh.end();
});

test("a table that a later migration makes can be read, and no more", async () => {
  await store.pool.query("CREATE TABLE later (a int)");
  expect(await codeOf("SELECT a FROM later")).toBe("done");
  expect(await codeOf("INSERT INTO later VALUES (1)")).toBe("42501");
  await store.pool.query("DROP TABLE later");
});

test("it may count allowances", async () => {
  await addAllowances(counting, [{ asker: "a", milliseconds: 5_000 }]);
  const { askers } = await readAllowances(counting, null);
  expect(askers.map(({ asker }) => asker)).toEqual(["a"]);
});

test("a process knows whether it could change the store", async () => {
  expect(await mayChangeStore(web.pool)).toBe(false);
  expect(await mayChangeStore(store.pool)).toBe(true);
});

test.each([
  ["UPDATE (title) ON series", "of one column"],
  ["DELETE ON coverage", "of a table that is seldom thought of"],
  ["TRIGGER ON observation", "of a trigger"],
  ["CREATE ON SCHEMA public", "of tables of its own"],
])("a right that was given since is seen: %s", async (right) => {
  await store.pool.query(`GRANT ${right} TO ${name}`);
  expect(await mayChangeStore(web.pool)).toBe(true);
  await store.pool.query(`REVOKE ${right} FROM ${name}`);
  expect(await mayChangeStore(web.pool)).toBe(false);
});

describe("a role that is made again", () => {
  test("has its new password, and no right that it was given meanwhile", async () => {
    await store.pool.query(
      `GRANT INSERT ON release TO ${name}; GRANT CREATE ON SCHEMA public TO ${name}`,
    );
    const again = await makeWebRole(store.databaseUrl, { name, password: "another-password" });
    const known = new Client({ connectionString: address });
    await expect(known.connect()).rejects.toThrow(/password/);
    const renewed = openStore(again);
    expect(await mayChangeStore(renewed.pool)).toBe(false);
    await expect(renewed.pool.query("INSERT INTO release DEFAULT VALUES")).rejects.toThrow();
    await renewed.close();
    await makeWebRole(store.databaseUrl, { name, password });
  });

  test("keeps its password when it is only brought up to date", async () => {
    await store.pool.query(`GRANT INSERT ON release TO ${name}`);
    const other = "another-password";
    expect(await renewWebRole(store.databaseUrl, { name, password: other })).toBeNull();
    expect(await mayChangeStore(web.pool)).toBe(false);
    const known = new Client({ connectionString: address });
    await known.connect();
    await known.end();
  });

  test("is refused while everybody may write", async () => {
    await store.pool.query("GRANT INSERT ON release TO PUBLIC");
    await expect(makeWebRole(store.databaseUrl, { name, password })).rejects.toThrow(/PUBLIC/);
    await store.pool.query("REVOKE INSERT ON release FROM PUBLIC");
  });

  test("is never the owner, however the owner's address is written", async () => {
    const owner = new URL(store.databaseUrl);
    owner.searchParams.set("user", owner.username);
    owner.searchParams.set("password", decodeURIComponent(owner.password));
    const made = openStore(await makeWebRole(owner.href, { name, password }));
    expect((await made.pool.query("SELECT current_user AS name")).rows).toEqual([{ name }]);
    await made.close();
  });

  test("must not be the owner, nor anybody with powers", async () => {
    const owner = new URL(store.databaseUrl).username;
    await expect(makeWebRole(store.databaseUrl, { name: owner, password })).rejects.toThrow(
      WebRoleRefused,
    );
    await store.pool.query(`ALTER ROLE ${name} CREATEDB`);
    await expect(makeWebRole(store.databaseUrl, { name, password })).rejects.toThrow(/may do more/);
    await store.pool.query(`ALTER ROLE ${name} NOCREATEDB`);
  });

  test.each([
    ["Web Role", password],
    ['x"; DROP TABLE vintage; --', password],
    [name, "short"],
    [name, "a pass word with spaces"],
  ])("is refused for what cannot stand in an address: %j", async (given, its) => {
    await expect(makeWebRole(store.databaseUrl, { name: given, password: its })).rejects.toThrow(
      WebRoleRefused,
    );
  });

  test("cannot be made by itself", async () => {
    const other = `${name}_other`;
    await expect(makeWebRole(address, { name: other, password })).rejects.toThrow(/CREATEROLE/);
  });
});
