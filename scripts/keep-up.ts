import type { Cluster } from "./cluster.ts";
import { Refusal } from "./refusal.ts";

/** A server that ends sooner than this after it was started will end again. */
const soon = 5_000;

/**
 * Starts a cluster again whenever it ends by itself, and says so; `onRestart` gets the one that runs from then on. Rejects
 * with a `Refusal` when it does not start, or ends at once.
 */
export async function keepUp(cluster: Cluster, onRestart: (next: Cluster) => void): Promise<never> {
  let running = cluster;
  for (let restarted = -Infinity; ; restarted = performance.now()) {
    const { log, restart } = await running.died;
    console.error(`\n✗ PostgreSQL stopped. The end of its log:\n${log}`);
    if (performance.now() - restarted < soon)
      throw new Refusal("PostgreSQL stopped again as soon as it was started.");
    running = await restart();
    onRestart(running);
    console.error("✓ PostgreSQL runs again.");
  }
}
