import { startThrowAwayCluster } from "./cluster.ts";

/**
 * Vitest's global set-up for tests on a real PostgreSQL. Whatever DATABASE_URL names is left alone: tests only ever see a
 * cluster of their own, empty, and gone afterwards.
 */
export async function setup(): Promise<() => Promise<void>> {
  const cluster = await startThrowAwayCluster();
  process.env["DATABASE_URL"] = cluster.url;
  return () => cluster.stop();
}
