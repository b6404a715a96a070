import { Pool } from "pg";
import { mayChangeStore } from "#lib/store/may-change-store";

/**
 * Says in the log when the server is signed in as somebody who may change the store: it never needs to, and whoever took it over
 * could; and when that cannot be told.
 */
export async function warnOfRights(databaseUrl: string | undefined): Promise<void> {
  if (!databaseUrl) return;
  const pool = new Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 5_000 });
  pool.on("error", () => undefined);
  try {
    if (await mayChangeStore(pool)) {
      console.warn(
        "The server may change the store, and need not: npx tickmark web-role makes a role that may only read, and prints the DATABASE_URL to start the server with.",
      );
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.warn(`Whether the server may change the store could not be told: ${reason}`);
  } finally {
    await pool.end();
  }
}
