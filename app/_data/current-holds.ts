import { siteHolds } from "#lib/site/site";
import { acceptedContent } from "./accepted-content.ts";
import { store } from "./store.ts";

/** How long an answer is good for: a burst of requests asks the store once, and a new vintage is seen this soon. */
const freshFor = 1_000;
/** How long a failure is: a store that is down is not asked again for every page. */
const failedFor = 3_000;
/** How long a page waits for a store that does not answer before it does without. */
const patience = 1_500;

let asked: { readonly at: number; until: number; readonly holds: Promise<string> } | undefined;

/**
 * What names the vintages that the store has now, what it says of its series, and the content, however long it takes to say. All who ask
 * meanwhile share the question.
 */
export function waitForHolds(): Promise<string> {
  return ask().holds;
}

/**
 * The same for those who have something to fall back on. Rejects when the store fails, and when it has not answered in
 * `patience`, counted from the first who asked: who comes later does not wait again.
 */
export async function currentHolds(): Promise<string> {
  const { at, holds } = ask();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const left = Math.max(0, at + patience - Date.now());
    timer = setTimeout(() => reject(new Error("The store does not answer")), left);
  });
  try {
    return await Promise.race([holds, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function holdsNow(): Promise<string> {
  return siteHolds(store(), await acceptedContent());
}

function ask(): { readonly at: number; readonly holds: Promise<string> } {
  if (asked && Date.now() < asked.until) return asked;
  const question = { at: Date.now(), until: Infinity, holds: holdsNow() };
  asked = question;
  question.holds.then(
    () => (question.until = Date.now() + freshFor),
    () => (question.until = Date.now() + failedFor),
  );
  return question;
}
