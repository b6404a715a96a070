import "server-only";
import { SpanKind } from "@opentelemetry/api";
import { seen } from "#lib/seen/seen";
import { inSpan } from "#lib/seen/trace";
import type { Store } from "#lib/store/store";
import { countConnections, watchQueries } from "#lib/store/watch-queries";

/** The same store, whose queries are timed and whose connections are counted under a name, such as `primary`. */
export function seenStore(store: Store, pool: string): Store {
  const { meters, beforeReading } = seen();
  const kind = { kind: SpanKind.CLIENT, attributes: { "db.system.name": "postgresql" } };
  watchQueries(store, async (name, query) => {
    const end = meters.queryTime.startTimer({ pool });
    try {
      return await inSpan(`store ${name}`, kind, query);
    } catch (error) {
      meters.queryFailures.inc({ pool });
      throw error;
    } finally {
      end();
    }
  });
  beforeReading.set(`connections of ${pool}`, () => {
    for (const [state, count] of Object.entries(countConnections(store)))
      meters.connections.set({ pool, state }, count);
  });
  return store;
}
