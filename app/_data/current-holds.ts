import type { VintageDate } from "#lib/series/observation";
import { shownContent } from "#lib/site/shown-content";
import { articleHolds, siteHolds } from "#lib/site/holds";
import { acceptedContent, contentChecked } from "./accepted-content.ts";
import { lateFor, type Patience } from "./in-time.ts";
import { kept, type Holds, type Question } from "./kept-question.ts";
import { askHolding } from "./store.ts";
import { noteTime, timeNow } from "./time-now.ts";

/** How long an answer is good for: a burst of requests asks the store once, and a new vintage is seen this soon. */
const freshFor = 1_000;
/** How long a failure is: a store that is down is not asked again for every page. */
const failedFor = 3_000;
/** How long an answer is good for when word of a change has just come. */
const hurriedFor = 100;
/** How long a page waits for a store that does not answer before it does without. */
const patience: Patience = { idle: 6, all: 40 };

declare global {
  /** What this process has seen last, which an outage does not change. */
  var tickmarkLast: { readonly holds: string; readonly newest: VintageDate | null } | undefined;
}

/**
 * What names the vintages that the store has now, what it says of its series, and the content. Rejects when the store fails, and
 * when it has not answered in time, counted from the first who asked: who comes later does not wait again.
 */
export async function currentHolds(): Promise<string> {
  return (await answerInTime()).holds;
}

/**
 * The same for what is made of the content, and has something to fall back on. Rejects besides while the content in the folder has
 * not passed the gate: a site of it cannot be made, and what was made before stays.
 */
export async function shownHolds(): Promise<string> {
  return wholeOnly(await answerInTime());
}

/**
 * Whether a page is made of what there is, by the text that it carries: that of the site (`siteHolds`), or of one article
 * (`articleHolds`), whose pages do not rest on the bodies of others. While the content in the folder has not passed the gate, the
 * last good page stays, but for those of articles that readers were no longer shown. At once, where the answer of the last second
 * says it; else rejects when the store cannot be asked.
 */
export function isCurrentPage(made: string): boolean | Promise<boolean> {
  const { told } = ask();
  if (told === undefined) return answerInTime().then((holds) => isMadeOf(holds, made));
  const known = told.current.get(made);
  if (known !== undefined) return known;
  const isCurrent = isMadeOf(told.holds, made);
  told.current.set(made, isCurrent);
  return isCurrent;
}

function isMadeOf({ holds, held, shown, isWhole }: Holds, made: string): boolean {
  const [, slug] = made.split(" ");
  if (slug !== undefined && shown?.has(slug) === false) return false;
  if (!isWhole || shown === null) return true;
  return made === (slug === undefined ? holds : articleHolds(held, shown, slug));
}

/** The same for those who have nothing to fall back on, however long the store and the gate take. All who ask meanwhile share the question. */
export async function waitForHolds(): Promise<string> {
  const question = ask();
  const first = await question.answer;
  if (first.isWhole) return first.holds;
  await contentChecked();
  if (kept.asked === question) kept.asked = undefined;
  return wholeOnly(await ask().answer);
}

function wholeOnly({ holds, isWhole }: Holds): string {
  if (!isWhole) throw new Error("The content in the folder has not passed the gate");
  return holds;
}

async function answerInTime(): Promise<Holds> {
  const { answer, late } = ask();
  return Promise.race([answer, late]);
}

async function holdsNow(): Promise<Holds> {
  const { held, newest, time } = await askHolding();
  noteTime(time);
  const { content, isInFolder } = acceptedContent(held);
  // Asked anew each time: an article that is due appears without anybody's telling.
  const shown = content && shownContent(content, timeNow());
  const holds = siteHolds(held, shown?.mark ?? "");
  globalThis.tickmarkLast = { holds, newest };
  return { holds, held, shown, isWhole: isInFolder };
}

/** The date of the newest vintage that was there when the store last answered; null when none was seen. */
export function newestSeen(): VintageDate | null {
  return globalThis.tickmarkLast?.newest ?? null;
}

/** The same as `currentHolds` when the store last answered; null when it never did. */
export function lastHolds(): string | null {
  return globalThis.tickmarkLast?.holds ?? null;
}

function ask(): Question {
  const last = kept.asked;
  if (last && performance.now() < last.until) return last;
  const answer = holdsNow();
  const question: Question = {
    until: Infinity,
    isPassed: false,
    answer,
    told: undefined,
    late: lateFor(answer, patience),
  };
  kept.asked = question;
  const keepFor = (time: number) => {
    question.until = performance.now() + (question.isPassed ? 0 : time);
  };
  answer.then(
    (holds) => {
      question.told = { holds, current: new Map() };
      keepFor(performance.now() < kept.hurriedUntil ? hurriedFor : freshFor);
    },
    () => keepFor(failedFor),
  );
  return question;
}
