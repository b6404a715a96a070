import { randomBytes } from "node:crypto";
import path from "node:path";
import { Client } from "pg";
import { migrate } from "#lib/store/migrate";

/** A migrated, empty database of its own for the length of some work; dropped after it. */
export async function withDatabase<T>(
  server: string,
  work: (databaseUrl: string, client: Client) => Promise<T>,
): Promise<T> {
  const name = `tickmark_bench_${randomBytes(6).toString("hex")}`;
  await run(server, `CREATE DATABASE ${name}`);
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  try {
    await migrate(databaseUrl, path.resolve("prisma/migrations"));
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      return await work(databaseUrl, client);
    } finally {
      await client.end();
    }
  } finally {
    await run(server, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

async function run(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
