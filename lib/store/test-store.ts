import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { migrate } from "./migrate.ts";
import { openStore, type Store } from "./store.ts";

/** A migrated, empty store in a database of its own. */
export interface TestStore extends Store {
  readonly databaseUrl: string;
}

/** Makes a database beside the one that DATABASE_URL names. `close` drops it. For tests only. */
export async function createTestStore(): Promise<TestStore> {
  const server = process.env["DATABASE_URL"];
  if (!server) throw new Error("Store tests need DATABASE_URL; npm test starts a cluster for them");
  const { hostname } = new URL(server);
  if (!["127.0.0.1", "localhost", "[::1]", ""].includes(hostname)) {
    throw new Error(`Store tests make and drop databases, and so refuse the host ${hostname}`);
  }
  const name = `tickmark_test_${randomBytes(6).toString("hex")}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await migrate(databaseUrl);
  const store = openStore(databaseUrl);
  return {
    prisma: store.prisma,
    pool: store.pool,
    databaseUrl,
    async close() {
      await store.close();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
