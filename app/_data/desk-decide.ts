import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import path from "node:path";
import { seen } from "#lib/seen/seen";
import { formatDay } from "#lib/series/format";
import type { Problem } from "#lib/series/problem";
import { contentFolder } from "#lib/site/content";
import { readCall } from "#lib/site/desk-call";
import { decide } from "#lib/site/desk-decide";
import { readDeskKey } from "#lib/site/desk-key";
import { listReleases } from "#lib/store/vintage-rows";
import { Line } from "../_http/line.ts";
import { unnamed } from "../_http/allowance.ts";
import { sharedAllowances } from "../_http/shared-allowances.ts";
import { describeHeldUp } from "./held-up.ts";
import { reportOutage } from "./report-outage.ts";
import { reader, store } from "./store.ts";

/** What an editor is told. A text that was refused is given back with the words that were typed, the key excepted. */
export interface DeskOutcome {
  readonly ok: boolean;
  readonly slug: string;
  readonly message: string;
  /** What is to be mended first: place, what is wrong, what would be true. */
  readonly problems: readonly string[];
  readonly by: string;
  readonly note: string;
  readonly on: string;
}

/** Six at once, then one in twenty seconds: an editor is not slowed down, who guesses is. */
const allowance = sharedAllowances().of("desk-decide", { most: 6, every: 20_000 });
/**
 * Where nothing is known of anybody, guesses are counted all the same, but a stranger must not keep editors out for long: one in a
 * second is too few to find a key, and the wait is never longer than that.
 */
const ofUnnamed = sharedAllowances().of("desk-decide-unnamed", {
  ...{ most: 30, every: 1_000, countsUnnamed: true },
});
const line = new Line(3);

const { key: deskKey, trouble } = readDeskKey(process.env["TICKMARK_DESK_KEY"]);
if (trouble !== null) seen().log.warn(trouble);

/** Whether forms are shown at all. */
export function hasDeskKey(): boolean {
  return deskKey !== null;
}

/** Records what was posted, by the same use case as the command line; anything may arrive. */
export async function decidePosted(
  posted: Readonly<Record<string, unknown>>,
  asker: string,
): Promise<DeskOutcome> {
  const text = (name: string): string => {
    const value = posted[name];
    return typeof value === "string" ? value.slice(0, 2_000) : "";
  };
  const typed = {
    ...{ slug: text("slug"), by: text("by"), note: text("note"), on: text("on") },
    problems: [],
  };
  const refuse = (message: string, problems: readonly string[] = []): DeskOutcome => ({
    ...typed,
    ...{ ok: false, message, problems },
  });
  if (deskKey === null) return refuse("This server takes no decisions: it was given no key.");
  const { wait } = (asker === unnamed ? ofUnnamed : allowance).take(asker, performance.now());
  const seconds = Math.ceil(wait / 1000);
  if (wait > 0)
    return refuse(
      `Too many tries. Try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`,
    );
  if (!isSame(text("key"), deskKey)) return refuse("The key is wrong. Nothing was written.");
  const call = readCall(
    {
      ...{ slug: text("slug"), decision: text("decision"), to: text("to"), by: text("by") },
      ...{ note: text("note").trim(), seen: text("seen"), draft: false, on: text("on") },
    },
    new Date(),
  );
  if (typeof call === "string") return refuse(`Nothing was written. ${call}.`);
  try {
    // One article that fails the gate keeps all that was written since from readers, this decision too.
    const heldUp = describeHeldUp();
    const decided = await line.join(async () =>
      decide(call, {
        folder: contentFolder,
        reader: reader(),
        held: (await listReleases(store())).flatMap(({ vintages }) => vintages),
      }),
    );
    if (decided === "busy" || decided === "gone")
      return refuse("Others are deciding just now. Try again in some seconds.");
    if (!decided.ok) {
      const problems = decided.problems.map((problem) => describeProblem(problem, call.slug));
      const next =
        problems.length > 0 && call.decision === "signed"
          ? " Mend these words in the file and sign then, or leave the article as written."
          : "";
      const older =
        heldUp === null
          ? ""
          : ` This page shows the last content that passed the gate, which now refuses ${heldUp}.`;
      return refuse(`${decided.message}.${next}${older}`, problems);
    }
    const what = call.decision === "signed" ? "Signed" : "Left as written";
    const seen =
      heldUp === null
        ? "Readers see it as soon as the gate has read the article again, within a minute."
        : `It is in the file, and readers do not see it before another file is mended: ${heldUp}.`;
    const message = `${what} at the vintage of ${formatDay(call.to)}. ${seen}`;
    return { ...typed, ok: true, message };
  } catch (error) {
    reportOutage("A decision cannot be recorded", error);
    return refuse("The decision cannot be recorded at the moment. Nothing was written.");
  }
}

/** Where, what is wrong, and what would be true. What stands in no article, as the headline of a chart, names its file. */
function describeProblem({ at, message, fix }: Problem, slug: string): string {
  const file = path.relative(contentFolder, at.file);
  const isOwn = path.basename(path.dirname(file)) === slug;
  const place = isOwn ? `Line ${at.line}` : `${file}, line ${at.line}`;
  return [`${place}: ${message}`, ...(fix === undefined ? [] : [fix])].join("; ");
}

/** In a time that says nothing of where two keys differ, nor how long one is. */
function isSame(given: string, key: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(key));
}
