import { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

/** The channel on which the triggers of the store tell that it has changed. */
const channel = "tickmark";

/** How long a broken connection is left before it is made again, in milliseconds: doubled each time, up to the longest. */
const [shortest, longest] = [500, 30_000];
/** How often the connection is tried out, and how long a server may take over it: one that is gone without a word is found so. */
const [tryEvery, patience] = [30_000, 10_000];

/** Who hears. */
export interface Listener {
  /** The store has changed, or may have while nobody listened. */
  readonly told: () => void;
  /** The connection could not be made, or has broken; it is made again. */
  readonly lost: (error: Error) => void;
}

/**
 * Hears of changes of the store at a PostgreSQL address, which must be the primary: a replica takes no listeners. Over one
 * connection of its own, made again for as long as `stop` was not called. What is told while there is none is lost, so `told` is
 * called after each start too. Who listens asks the store what there is: nothing may rest on being told.
 */
export function listenForChanges(
  databaseUrl: string,
  { told, lost }: Listener,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    let wait = shortest;
    while (!signal.aborted) {
      const heard = () => {
        wait = shortest;
        told();
      };
      await listenOnce(databaseUrl, heard, signal).catch((error: unknown) => {
        if (signal.aborted) return;
        lost(error instanceof Error ? error : new Error("The listener failed", { cause: error }));
      });
      // Many processes lose the same server at once, and shall not come back at once.
      const pause = wait * (0.5 + Math.random() / 2);
      wait = Math.min(wait * 2, longest);
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

/** Until the connection ends, which is a rejection; or until it is no longer wanted. */
async function listenOnce(
  databaseUrl: string,
  told: () => void,
  signal: AbortSignal,
): Promise<void> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: "tickmark listener",
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    keepAlive: true,
    // A process that has nothing else to do may end.
    stream: () => new Socket().unref(),
  });
  const over = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    client.on("error", reject);
    client.on("end", () => reject(new Error("The connection was closed")));
    const stop = () => reject(new Error("Nobody listens any more"));
    signal.addEventListener("abort", stop, { signal: over.signal });
  });
  // It may be rejected before it is waited for.
  ended.catch(() => undefined);
  client.on("notification", told);
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([client.connect(), ended]);
    await Promise.race([client.query(`LISTEN ${channel}`), ended]);
    told();
    const silent = new Promise<never>((_, reject) => {
      timer = setInterval(() => void client.query("SELECT").catch(reject), tryEvery).unref();
    });
    await Promise.race([ended, silent]);
  } finally {
    clearInterval(timer);
    over.abort();
    // A server that does not answer does not say goodbye either.
    void client.end().catch(() => undefined);
  }
}
