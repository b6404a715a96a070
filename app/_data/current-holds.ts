import { siteHolds, storeHolds } from "#lib/site/site";
import { acceptedContent, contentChecked } from "./accepted-content.ts";
import { store } from "./store.ts";

/** How long an answer is good for: a burst of requests asks the store once, and a new vintage is seen this soon. */
const freshFor = 1_000;
/** How long a failure is: a store that is down is not asked again for every page. */
const failedFor = 3_000;
/** How long a page waits for a store that does not answer before it does without. */
const patience = 1_500;

interface Holds {
  readonly holds: string;
  /** Whether a site can be made of it: the content in the folder has passed the gate. */
  readonly isWhole: boolean;
}

interface Question {
  readonly at: number;
  until: number;
  readonly answer: Promise<Holds>;
}

let asked: Question | undefined;

/**
 * What names the vintages that the store has now, what it says of its series, and the content. Rejects when the store fails, and
 * when it has not answered in `patience`, counted from the first who asked: who comes later does not wait again.
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
  const { at, answer } = ask();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const left = Math.max(0, at + patience - Date.now());
    timer = setTimeout(() => reject(new Error("The store does not answer")), left);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function holdsNow(): Promise<Holds> {
  const held = await storeHolds(store());
  const { mark, isInFolder } = await acceptedContent(held);
  return { holds: siteHolds(held, mark ?? ""), isWhole: isInFolder };
}

function ask(): Question {
  if (asked && Date.now() < asked.until) return asked;
  const question: Question = { at: Date.now(), until: Infinity, answer: holdsNow() };
  asked = question;
  question.answer.then(
    () => (question.until = Date.now() + freshFor),
    () => (question.until = Date.now() + failedFor),
  );
  return question;
}
