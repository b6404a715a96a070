import type { Clock } from "./clock.ts";
import type { Exchange, Timeouts } from "./exchange.ts";
import { failed, judgeAnswer, type FetchResult, type Known, type Step } from "./judge-answer.ts";
import type { KeptPart } from "./kept-part.ts";
import { partSoFar, rangeHeaders, type Part } from "./part.ts";
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
 * a cut download ended when the server names its bytes by a strong ETag: in this process or, when parts are kept, in an
 * earlier one. Rejects only with the reason of the signal, or when a part cannot be kept.
 */
export async function fetchFile(
  url: URL,
  known: Known | null,
  mostBytes: number,
  network: Network,
  kept: KeptPart | null = null,
): Promise<FetchResult> {
  const { clock, random, signal, retry } = network;
  const total = AbortSignal.timeout(network.total);
  const within = AbortSignal.any([signal, total]);
  let conditions = known;
  let part = (await kept?.read(mostBytes)) ?? null;
  let reason = "";
  try {
    for (let attempt = 1; attempt <= retry.attempts; attempt += 1) {
      const asked = { known: conditions, part, mostBytes };
      const step: Step = await ask(url, asked, { ...network, signal: within }, kept);
      await kept?.settle(step.kind === "again" ? step.part : null);
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
    await kept?.idle();
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
  kept: KeptPart | null,
): Promise<Step> {
  const { known, part, mostBytes } = asked;
  const headers = { ...usualHeaders, ...(part ? rangeHeaders(part) : conditionHeaders(known)) };
  const before = part?.body.length ?? 0;
  const followed = await follow(exchange, {
    // All of it: a server may send the whole file where only the rest was asked for.
    ...{ url, headers, timeouts, mostBytes, signal },
    onPiece: (length, soFar) => kept?.progress(before + length, () => partSoFar(part, soFar())),
  });
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
