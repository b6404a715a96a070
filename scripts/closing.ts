import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "./refusal.ts";

/** What the end needs of a server, whatever its responses are. */
interface Endable {
  close(closed: () => void): unknown;
  closeIdleConnections(): void;
  closeAllConnections(): void;
}

/** What is cut off at the earliest when nothing is said: who stops a server at a terminal waits no longer (seconds). */
const shortest = 2;
/** Where a server drains, behind a balancer: a text that is checked may take so long, and nobody posts it again (seconds). */
const longestAnswer = 20;
const longest = 600;

/**
 * The end of a server, in three parts: it goes on answering for `drainSeconds`, so that balancers notice and ask others; then it
 * takes no more connections and lets requests end, for two seconds, or twenty at least where it drains; then it cuts off what is left.
 */
export class Closing {
  readonly #server: Endable;
  readonly #drainSeconds: number;
  readonly #open = new Set<ServerResponse>();
  #hasBegun = false;

  constructor(server: Endable, drainSeconds: number) {
    this.#server = server;
    this.#drainSeconds = drainSeconds;
  }

  /** Whether the server has been told to stop: it answers still, and is ready for nobody new. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Ends the connection of a response with it once the server is to stop: nobody asks again on one that is about to be closed. */
  mark(response: ServerResponse): void {
    if (this.#hasBegun) response.shouldKeepAlive = false;
    this.#open.add(response);
    response.once("close", () => this.#open.delete(response));
  }

  async close(): Promise<void> {
    this.#hasBegun = true;
    for (const response of this.#open) response.shouldKeepAlive = false;
    await sleep(this.#drainSeconds * 1000);
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    const enough = new AbortController();
    const patience =
      this.#drainSeconds > 0 ? Math.max(longestAnswer, this.#drainSeconds) : shortest;
    const late = sleep(patience * 1000, undefined, { signal: enough.signal }).catch(
      () => undefined,
    );
    await Promise.race([closed, late]);
    enough.abort();
    this.#server.closeAllConnections();
    await closed;
  }
}

/** The seconds of TICKMARK_DRAIN_SECONDS, none unless it is set. Throws a `Refusal` when it is no number of seconds. */
export function readDrainSeconds(text: string | undefined): number {
  if (text === undefined || text === "") return 0;
  const seconds = /^\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (seconds <= longest) return seconds;
  throw new Refusal(
    `TICKMARK_DRAIN_SECONDS must be a number of seconds up to ${longest}. Found: ${text}`,
  );
}
