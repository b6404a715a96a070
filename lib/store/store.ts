import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "../../prisma/client/client.ts";

/** The open store. Only `lib/store` looks inside. */
export interface Store {
  readonly prisma: PrismaClient;
  close(): Promise<void>;
}

/** The store within one transaction: no other may begin inside it. */
export type Transaction = Omit<Prisma.TransactionClient, "$transaction">;

/**
 * Opens the store at a PostgreSQL address. Nothing is connected until the first query. With `queryTimeout` (milliseconds) a
 * query is given up on our side as well: a server that has stopped answering keeps no limit of its own. Pages want that;
 * the loader, whose statements may run for minutes, does not.
 */
export function openStore(
  databaseUrl: string,
  poolSize = 5,
  { queryTimeout }: { readonly queryTimeout?: number } = {},
): Store {
  const adapter = new PrismaPg({
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    ...(queryTimeout === undefined ? {} : { query_timeout: queryTimeout }),
    // A query that runs this long is a mistake; the loader lifts the limit for its own transaction.
    statement_timeout: 15_000,
  });
  const prisma = new PrismaClient({ adapter });
  return { prisma, close: () => prisma.$disconnect() };
}
