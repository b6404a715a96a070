import { randomBytes } from "node:crypto";
import path from "node:path";
import { Client } from "pg";
import { loadSeed } from "./load-seed.ts";
import { migrate } from "./migrate.ts";
import { openStore, type Store } from "./store.ts";

/** A migrated store in a database of its own. */
export interface TestStore extends Store {
  readonly databaseUrl: string;
}

/** Makes an empty store beside the one that DATABASE_URL names. `close` drops it. For tests only. */
export async function createTestStore(): Promise<TestStore> {
  const server = testServer();
  const name = newName();
  await copyTemplate(server, name, emptyTemplate());
  return openTestStore(server, name);
}

/** The same with all the figures that the project carries. They are loaded once for a server, and copied. */
export async function createSeededTestStore(): Promise<TestStore> {
  const server = testServer();
  const name = newName();
  await createSeededDatabase(server, name);
  return openTestStore(server, name);
}

/** A database that others are copies of. The first caller makes it; it is never made anew: a server must not outlive a run of tests. */
interface Template {
  readonly name: string;
  /** As files when it is large, through the log when it is small: files wait until all else that was written is on the disk. */
  readonly copiedAs: "file_copy" | "wal_log";
  readonly fill: (databaseUrl: string) => Promise<unknown>;
}

function emptyTemplate(root = process.cwd()): Template {
  const migrations = path.join(root, "prisma/migrations");
  return {
    name: "tickmark_empty",
    copiedAs: "wal_log",
    fill: (databaseUrl) => migrate(databaseUrl, migrations),
  };
}

/**
 * Makes a database with all the figures on a server for tests, as a copy of a template, and gives its URL. `root` is the
 * project's folder.
 */
export async function createSeededDatabase(
  server: string,
  name: string,
  root = process.cwd(),
): Promise<string> {
  await copyTemplate(server, name, {
    name: "tickmark_seed",
    copiedAs: "file_copy",
    fill: async (databaseUrl) => {
      await emptyTemplate(root).fill(databaseUrl);
      await loadSeed(databaseUrl, path.join(root, "prisma/seed"));
    },
  });
  return urlOf(server, name);
}

/** Serialises the processes that need a template; any constant will do. */
const lockNumber = 7_716_311;

async function copyTemplate(server: string, name: string, template: Template): Promise<void> {
  await onServer(server, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [lockNumber]);
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [template.name]);
    if (found.rowCount === 0) {
      // Under another name until it is whole.
      const half = `${template.name}_half`;
      await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${half}`);
      await template.fill(urlOf(server, half));
      await client.query(`ALTER DATABASE ${half} RENAME TO ${template.name}`);
    }
    const { copiedAs } = template;
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template.name} STRATEGY ${copiedAs}`);
  });
}

function testServer(): string {
  const server = process.env["DATABASE_URL"];
  if (!server) throw new Error("Store tests need DATABASE_URL; npm test starts a cluster for them");
  const { hostname } = new URL(server);
  if (!["127.0.0.1", "localhost", "[::1]", ""].includes(hostname)) {
    throw new Error(`Store tests make and drop databases, and so refuse the host ${hostname}`);
  }
  return server;
}

function newName(): string {
  return `tickmark_test_${randomBytes(6).toString("hex")}`;
}

function urlOf(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

function openTestStore(server: string, name: string): TestStore {
  const databaseUrl = urlOf(server, name);
  const store = openStore(databaseUrl);
  return {
    prisma: store.prisma,
    pool: store.pool,
    databaseUrl,
    async close() {
      await store.close();
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

async function onServer(url: string, run: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
