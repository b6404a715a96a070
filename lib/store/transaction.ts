import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient, QueryResultRow } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Prisma } from "../../prisma/client/client.ts";
import type { Store } from "./store.ts";

/** The store within one transaction, over the bare protocol: what loads use. */
export interface Transaction {
  /** The rows of a query. Their shape is what the query says. */
  rows<Row extends QueryResultRow>(query: Prisma.Sql): Promise<Row[]>;
  /** How many rows a statement wrote. */
  run(statement: Prisma.Sql): Promise<number>;
  /** Streams rows in the text format of COPY into `COPY ... FROM STDIN`. */
  copy(statement: string, chunks: Iterable<Buffer>): Promise<void>;
}

/**
 * Runs a task in one transaction without a limit of time: all of what it writes is kept, or nothing when it throws or the
 * process or the connection ends.
 */
export async function inTransaction<T>(
  store: Store,
  task: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await store.pool.connect();
  let broken: Error | undefined;
  // A connection that ends between two statements says so as an event, and the next statement fails.
  const note = (error: Error) => void (broken = error);
  client.on("error", note);
  try {
    // A whole table is compared at once, and is held in memory rather than in a file meanwhile.
    await client.query("BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '64MB'");
    const done = await task(transactionOn(client));
    await client.query("COMMIT");
    return done;
  } catch (error) {
    // Without a connection there is nothing to roll back: the server does it when it notices.
    await client.query("ROLLBACK").catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error("ROLLBACK failed", { cause });
    });
    throw error;
  } finally {
    client.off("error", note);
    client.release(broken);
  }
}

function transactionOn(client: PoolClient): Transaction {
  return {
    async rows<Row extends QueryResultRow>({ text, values }: Prisma.Sql) {
      return (await client.query<Row>(text, values)).rows;
    },
    async run({ text, values }) {
      return (await client.query(text, values)).rowCount ?? 0;
    },
    async copy(statement, chunks) {
      await pipeline(Readable.from(chunks), client.query(copyFrom(statement)));
    },
  };
}
