import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "../../prisma/client/client.ts";

/** The open store. Only `lib/store` looks inside. */
export interface Store {
  readonly prisma: PrismaClient;
  /** The connections that `prisma` uses too: for what needs the bare protocol, COPY and prepared statements. */
  readonly pool: Pool;
  close(): Promise<void>;
}

/**
 * Opens the store at a PostgreSQL address. Nothing is connected until the first query. With `queryTimeout` (milliseconds) a
 * query is given up on our side as well: a server that has stopped answering keeps no limit of its own. Pages want that;
 * the loader, whose statements may run for minutes, does not. `lost` is called for each connection that ends while nobody uses it.
 */
export function openStore(
  databaseUrl: string,
  poolSize = 5,
  { queryTimeout, lost }: { readonly queryTimeout?: number; readonly lost?: () => void } = {},
): Store {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: poolSize,
    // As long as a query may run: on a busy machine a page of many questions waits for its turn.
    connectionTimeoutMillis: 15_000,
    ...(queryTimeout === undefined ? {} : { query_timeout: queryTimeout }),
    // Days come as text, and are read as such.
    options: "-c datestyle=ISO",
    // A query that runs this long is a mistake; the loader lifts the limit for its own transaction.
    statement_timeout: 15_000,
  });
  // A connection that dies while nobody uses it is dropped, and the next query opens another.
  pool.on("error", () => lost?.());
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
