import { performance } from "node:perf_hooks";
import { shownContent, type ShownContent } from "#lib/site/shown-content";
import { articleHolds, siteHolds, storeHolds } from "#lib/site/holds";
import { acceptedContent, contentChecked } from "./accepted-content.ts";
import { watchedStore } from "./store.ts";

/** How long an answer is good for: a burst of requests asks the store once, and a new vintage is seen this soon. */
const freshFor = 1_000;
/** How long a failure is: a store that is down is not asked again for every page. */
const failedFor = 3_000;
/**
 * How long a page waits for a store that does not answer before it does without, in steps. A step in which this process was busy
 * itself, as when it opens the site for the first search, does not count: what has come meanwhile is not yet heard. So many it may
 * take in all.
 */
const [step, patience, most] = [250, 6, 40];
/** The part of a step from which on a process is busy. */
const busy = 0.5;

interface Holds {
  readonly holds: string;
  /** What the store holds, and what readers are shown of the content. */
  readonly held: string;
  readonly shown: ShownContent | null;
  /** Whether a site can be made of it: the content in the folder has passed the gate. */
  readonly isWhole: boolean;
}

interface Question {
  until: number;
  readonly answer: Promise<Holds>;
  /** Rejects when the answer has not come in time. */
  readonly late: Promise<never>;
}

let asked: Question | undefined;

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
 * last good page stays, but for those of articles that readers were no longer shown. Rejects when the store cannot be asked.
 */
export async function isCurrentPage(made: string): Promise<boolean> {
  const { holds, held, shown, isWhole } = await answerInTime();
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
  if (asked === question) asked = undefined;
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
  const held = await storeHolds(watchedStore());
  const { content, isInFolder } = acceptedContent(held);
  // Asked anew each time: an article that is due appears without anybody's telling.
  const shown = content && shownContent(content, new Date());
  return { holds: siteHolds(held, shown?.mark ?? ""), held, shown, isWhole: isInFolder };
}

function ask(): Question {
  if (asked && Date.now() < asked.until) return asked;
  const answer = holdsNow();
  const question: Question = { until: Infinity, answer, late: lateFor(answer) };
  asked = question;
  answer.then(
    () => (question.until = Date.now() + freshFor),
    () => (question.until = Date.now() + failedFor),
  );
  return question;
}

function lateFor(answer: Promise<Holds>): Promise<never> {
  const late = new Promise<never>((_, reject) => {
    let [idle, all] = [0, 0];
    let load = performance.eventLoopUtilization();
    const timer = setInterval(() => {
      const { utilization } = performance.eventLoopUtilization(load);
      load = performance.eventLoopUtilization();
      all += 1;
      if (utilization < busy) idle += 1;
      if (idle === patience || all === most) reject(new Error("The store does not answer"));
    }, step);
    const stop = () => clearInterval(timer);
    answer.then(stop, stop);
  });
  // Whoever waits for the answer however long it takes does not hear of it.
  late.catch(() => undefined);
  return late;
}
