import { Client } from "pg";

/**
 * Does a task over a connection of its own, on which values are written the same way everywhere and nothing is limited in
 * time: whole tables go over it.
 */
export async function withSession<T>(
  databaseUrl: string,
  task: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  // A connection that ends between two statements says so as an event, and the next statement fails.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(
      `SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0;
       SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET client_encoding = 'UTF8'; SET search_path = public`,
    );
    return await task(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same in one transaction that sees the store as it is at this moment, whatever is loaded meanwhile, and only reads. */
export function withStillStore<T>(
  databaseUrl: string,
  task: (client: Client) => Promise<T>,
): Promise<T> {
  return withSession(databaseUrl, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const done = await task(client);
    await client.query("COMMIT");
    return done;
  });
}
