import type { Clock } from "./clock.ts";
import type { Exchange, Timeouts } from "./exchange.ts";
import { failed, judgeAnswer, type FetchResult, type Known, type Step } from "./judge-answer.ts";
import { rangeHeaders, type Part } from "./part.ts";
import { follow } from "./redirect.ts";
import { backOff, type RetryPolicy } from "./retry.ts";

/** What asking needs from outside. */
export interface Network {
  readonly exchange: Exchange;
  readonly clock: Clock;
  /** Gives [0, 1). */
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly timeouts: Timeouts;
  /** Milliseconds for one file, with all its attempts and waits. */
  readonly total: number;
  readonly retry: RetryPolicy;
}

/** Patient with a slow server, but not with one that never ends. */
export const usualTimes = {
  timeouts: { connect: 10_000, firstByte: 30_000, idle: 20_000 },
  total: 300_000,
} as const;

/**
 * Gets a file of at most `mostBytes`, unless it is what is known already. Asks again after what may pass, and goes on where
 * a cut download ended when the server names its bytes by a strong ETag. Rejects only with the reason of the signal.
 */
export async function fetchFile(
  url: URL,
  known: Known | null,
  mostBytes: number,
  network: Network,
): Promise<FetchResult> {
  const { clock, random, signal, retry } = network;
  const total = AbortSignal.timeout(network.total);
  const within = AbortSignal.any([signal, total]);
  let conditions = known;
  let part: Part | null = null;
  let reason = "";
  try {
    for (let attempt = 1; attempt <= retry.attempts; attempt += 1) {
      const asked = { known: conditions, part, mostBytes };
      const step: Step = await ask(url, asked, { ...network, signal: within });
      if (step.kind !== "again") return step;
      ({ part, reason } = step);
      if (step.afresh) conditions = null;
      if (attempt === retry.attempts) break;
      const wait = step.wait ?? 0;
      if (wait > retry.longestWait) {
        const message = `Expected the file, found ${reason} and the wish to be asked again in ${Math.ceil(wait / 1_000)} s: that is left to the next run`;
        return failed("asked-to-wait", message);
      }
      await clock.sleep(wait + backOff(retry, attempt, random), within);
    }
  } catch (error) {
    if (!total.aborted || signal.aborted) throw error;
    const last = reason === "" ? "" : `; the attempt before found ${reason}`;
    return failed("timed-out", `Expected the file within ${network.total} ms, found no end${last}`);
  }
  const message = `Expected the file, found ${reason}, at the last of ${retry.attempts} attempts`;
  return failed("not-received", message);
}

async function ask(
  url: URL,
  asked: { known: Known | null; part: Part | null; mostBytes: number },
  { exchange, timeouts, signal, clock }: Network,
): Promise<Step> {
  const { known, part, mostBytes } = asked;
  const headers = { ...usualHeaders, ...(part ? rangeHeaders(part) : conditionHeaders(known)) };
  const room = mostBytes - (part?.body.length ?? 0);
  const followed = await follow(exchange, { url, headers, timeouts, mostBytes: room, signal });
  if (followed.kind === "refused") return failed("redirect-refused", followed.message);
  return judgeAnswer(followed.answer, { ...asked, now: clock.now() });
}

/** As it is: some servers give a compressed body an ETag that they do not know again afterwards. */
const usualHeaders = {
  Accept: "text/plain, text/csv, */*;q=0.1",
  "Accept-Encoding": "identity",
  "User-Agent": "tickmark-sync",
};

function conditionHeaders(known: Known | null): Record<string, string> {
  return {
    ...(known?.etag ? { "If-None-Match": known.etag } : {}),
    ...(known?.lastModified ? { "If-Modified-Since": known.lastModified } : {}),
  };
}
