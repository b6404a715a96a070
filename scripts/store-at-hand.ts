import path from "node:path";
import { startCluster, type Cluster } from "./cluster.ts";
import { requireDatabase } from "./database.ts";

/**
 * The PostgreSQL a command works on: the one DATABASE_URL names, or our own in the clone. `own` as for `startCluster`.
 * Throws a `Refusal` when it cannot be used.
 */
export async function openCluster(
  root: string,
  databaseUrl: string | undefined,
  { own }: { own: boolean },
): Promise<Cluster> {
  if (databaseUrl === undefined || databaseUrl === "") {
    return startCluster({ folder: path.join(root, ".tickmark/postgres"), own });
  }
  await requireDatabase(databaseUrl);
  return { url: databaseUrl, stop: () => Promise.resolve(), died: new Promise(() => undefined) };
}
