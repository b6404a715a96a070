import type { Store } from "./store.ts";

/** Does a query, whose name is that of its prepared statement where it has one, and may look at how long that takes. */
export type AroundQuery = (name: string, query: () => Promise<unknown>) => Promise<unknown>;

/** Lets `around` see each query of a store; its words and values it is not shown. */
export function watchQueries({ pool }: Store, around: AroundQuery): void {
  const ask = pool.query.bind(pool);
  const watched = (...given: unknown[]): unknown => {
    const query = (): unknown => Reflect.apply(ask, pool, given);
    // Who hands over a function to call is told by it, and gets no promise.
    if (given.some((one) => typeof one === "function")) return query();
    return around(nameOf(given[0]), () => Promise.resolve(query()));
  };
  Object.defineProperty(pool, "query", { configurable: true, writable: true, value: watched });
}

/** How many connections there are, idle ones among them, and how many queries wait for one. */
export function countConnections({ pool }: Store): {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
} {
  return { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
}

function nameOf(query: unknown): string {
  const isNamed = typeof query === "object" && query !== null && "name" in query;
  return isNamed && typeof query.name === "string" && query.name !== "" ? query.name : "query";
}
