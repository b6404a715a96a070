import { Client } from "pg";

/**
 * Does a task unless another process, here or elsewhere, is at it with the same store: then null. The lock is a connection's,
 * so it is gone with the process however that ends. Loads have a lock of their own; this one keeps two processes from asking
 * the publisher twice.
 */
export async function withSyncLock<T>(
  databaseUrl: string,
  task: () => Promise<T>,
): Promise<T | null> {
  const client = new Client({ connectionString: databaseUrl });
  // A connection that is lost on the way takes the lock with it, which is not worth giving up the task for.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>(
      "SELECT pg_try_advisory_lock(hashtext('tickmark.sync')) AS got",
    );
    return rows[0]?.got === true ? await task() : null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
