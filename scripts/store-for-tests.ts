import { startThrowAwayCluster } from "./cluster.ts";

/**
 * Vitest's global set-up for tests on a real PostgreSQL. Whatever DATABASE_URL names is left alone: tests only ever see a
 * cluster that is gone afterwards, their own or that of the `npm test` they are a step of (TEST_CLUSTER_URL).
 */
export async function setup(): Promise<() => Promise<void>> {
  const given = process.env["TEST_CLUSTER_URL"];
  const { url, stop } = given
    ? { url: given, stop: () => Promise.resolve() }
    : await startThrowAwayCluster();
  process.env["DATABASE_URL"] = url;
  return stop;
}
