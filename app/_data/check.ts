import "server-only";
import { z } from "zod";
import type { CheckedText } from "#lib/site/check-text";
import { sampleText } from "#lib/site/check-text-sample";
import { readCheckQuery } from "#lib/site/check-text-query";
import type { VintageDate } from "#lib/series/observation";
import { listReleases } from "#lib/store/vintage-rows";
import { FairLine } from "../_http/fair-line.ts";
import type { NotDone } from "../_http/line.ts";
import { sharedAllowances } from "../_http/shared-allowances.ts";
import { longestText } from "../check/form.ts";
import { cannotRead } from "./cannot-read.ts";
import { checkInThread, prepareThread, type Unfinished } from "./check-thread.ts";
import { currentHolds } from "./current-holds.ts";
import { reportOutage } from "./report-outage.ts";
import { store } from "./store.ts";

/** What a reader who has sent a text is shown. */
export type PastedAnswer =
  | { readonly kind: "checked"; readonly checked: CheckedText; readonly asOf: VintageDate | null }
  /** Why it was not checked and what to do, in sentences; `text` is what goes back into the box. */
  | { readonly kind: "refused"; readonly message: string; readonly text: string };

/**
 * In milliseconds of a processor: fifteen seconds at once, and then a quarter of its time. An article takes a tenth of a second to
 * three. No text counts for less than half a second, so that thirty short ones are the most at once.
 */
const allowance = sharedAllowances().of("check", { most: 15_000, every: 4 });
const least = 500;

/** One text at a time has one of the machine's processors, and five more wait, none of them for longer than a reader does. */
const line = new FairLine(6);
const patience = 6_000;

const whyUnfinished: Readonly<Record<Unfinished, string>> = {
  "too much": "This text is too much to check at once. Check it part by part.",
  "too slow":
    "The site has so much to do just now that this text was not read to its end. Try again in a minute, or check it part by part.",
  "not ready":
    "The figures are still being made ready to check texts with. Try again in half a minute.",
};

/** Checks what was posted; anything may arrive. Nothing of it is kept, and nothing is written to a log. */
export async function checkPosted(posted: unknown, asker: string): Promise<PastedAnswer> {
  try {
    const { days } = await getCheckBasis();
    const read = readCheckQuery(posted, longestText, new Set(days));
    if (!read.ok) return { kind: "refused", message: read.message, text: read.text };
    const { query } = read;
    const refuse = (message: string): PastedAnswer => ({
      kind: "refused",
      message,
      text: query.text,
    });
    const { wait } = allowance.take(asker, performance.now(), least);
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      return refuse(
        `From where you are, many texts have come in a short time. Try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`,
      );
    }
    const holds = await currentHolds();
    const result = await inLine(asker, () => checkInThread(query, holds));
    if (result === "busy" || result === "gone") {
      return refuse("Many texts are being checked just now. Try again in some seconds.");
    }
    allowance.charge(asker, performance.now(), Math.max(0, result.used - least));
    const answer = result.end;
    if (typeof answer === "string") return refuse(whyUnfinished[answer]);
    if (!answer.ok) throw new Error(answer.reason);
    if (answer.checked === null) throw new Error("A text was given back without an answer");
    return { kind: "checked", checked: answer.checked, asOf: query.asOf };
  } catch (error) {
    reportOutage("A text cannot be checked", error);
    return { kind: "refused", message: cannotRead(), text: textOf(posted) };
  }
}

/** What the page needs before a text comes: the days there are figures of, the newest first, and a text to try. */
export interface CheckBasis {
  readonly days: readonly VintageDate[];
  readonly sample: string;
}

let kept: { readonly holds: string; readonly basis: Promise<CheckBasis> } | undefined;

/** The same for as long as the store holds the same. */
export async function getCheckBasis(): Promise<CheckBasis> {
  const holds = await currentHolds();
  if (kept?.holds === holds) return kept.basis;
  const made = { holds, basis: makeBasis() };
  kept = made;
  made.basis.catch(() => {
    if (kept === made) kept = undefined;
  });
  // The thread gets ready while who asks for the page is still reading it.
  prepareThread(holds).catch(() => undefined);
  return made.basis;
}

async function makeBasis(): Promise<CheckBasis> {
  const releases = await listReleases(store());
  const days = releases.flatMap(({ vintages }) => vintages.map(({ date }) => date));
  return { days: [...new Set(days)].sort().reverse(), sample: await sampleText(store()) };
}

/** What work gives when its turn comes, "gone" when that is not in time. */
async function inLine<T>(asker: string, work: () => Promise<T>): Promise<T | NotDone> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<NotDone>((resolve) => {
    timer = setTimeout(() => {
      late.abort();
      resolve("gone");
    }, patience);
  });
  const begin = () => {
    clearTimeout(timer);
    return work();
  };
  try {
    return await Promise.race([line.join(asker, begin, late.signal), waited]);
  } finally {
    clearTimeout(timer);
  }
}

/** What goes back into the box. */
function textOf(posted: unknown): string {
  const read = z.object({ text: z.string().max(longestText * 2) }).safeParse(posted);
  return read.success ? read.data.text : "";
}
