import { Prisma } from "../../prisma/client/client.ts";
import type { Transaction } from "./transaction.ts";

/** Waits until no other transaction appends or brings the catalogue up to date; held until this one ends. */
export async function takeAppendLock(tx: Transaction): Promise<void> {
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('tickmark.append'))`);
}
