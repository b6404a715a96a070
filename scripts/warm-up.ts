import { setTimeout as sleep } from "node:timers/promises";
import { seen } from "#lib/seen/seen";

/** How long until a front page that could not be made is asked for again, in milliseconds. */
const pause = 2_000;

/**
 * Asks for the front page, for which the site is opened, until it is there, and says so; and then for a search, which needs all of
 * its pages: both take seconds, and no reader of what is made on request shall wait for them, nor who comes at once for what the
 * search makes besides.
 */
export async function warmUp(port: number, signal: AbortSignal, opened: () => void): Promise<void> {
  try {
    while (!(await asks(port, "/", signal))) await sleep(pause, undefined, { signal });
    opened();
    await asks(port, "/search?q=treasury", signal);
  } catch {
    // The server was told to stop.
  }
}

/** Whether an address answers as it should; else the log says how it did. */
async function asks(port: number, address: string, signal: AbortSignal): Promise<boolean> {
  const { log } = seen();
  const route = address.replace(/\?.*$/, "");
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, { signal });
    await answer.arrayBuffer();
    if (!answer.ok) log.error({ route, status: answer.status }, "The site could not be opened");
    return answer.ok;
  } catch (error) {
    signal.throwIfAborted();
    log.error({ route, err: error }, "The site could not be opened");
    return false;
  }
}
