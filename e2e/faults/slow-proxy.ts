import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { startCountingProxy, type CountingProxy } from "#lib/store/counting-proxy";

/** A way to the database that can be made as bad as ways are. */
export interface SlowProxy extends Pick<CountingProxy, "pieces" | "cut" | "close"> {
  readonly url: string;
  /** How long every piece that is sent takes, in milliseconds; `Infinity` for a server that is silent. */
  delay: number;
  /** Whether every connection is ended as soon as something is sent: a server that is not there. */
  isGone: boolean;
}

export async function startSlowProxy(target: string): Promise<SlowProxy> {
  const closing = new AbortController();
  const { signal } = closing;
  // As many as there are connections.
  setMaxListeners(0, signal);
  const before = async () => {
    if (proxy.isGone) counting.cut();
    while (proxy.delay === Infinity && !signal.aborted) await sleep(50);
    const delay = proxy.delay === Infinity ? 0 : proxy.delay;
    await sleep(delay, undefined, { signal }).catch(() => undefined);
  };
  const counting = await startCountingProxy(target, { before });
  const proxy: SlowProxy = {
    url: counting.databaseUrl,
    delay: 0,
    isGone: false,
    pieces: counting.pieces,
    cut: counting.cut,
    close: () => {
      closing.abort();
      return counting.close();
    },
  };
  return proxy;
}
