import "server-only";
import type { PastedAnswer } from "../_data/check.ts";

declare global {
  /** By the headers of the request that asked. Next loads this module once for pages and once for actions. */
  var tickmarkCheckAnswers: WeakMap<object, PastedAnswer> | undefined;
}

const answers = (globalThis.tickmarkCheckAnswers ??= new WeakMap());

/** Hands an answer to the page that is made in the same request; it goes when the request does. */
export function giveAnswer(request: object, answer: PastedAnswer): void {
  answers.set(request, answer);
}

/** The answer that the action has found in this request; null when none was asked. */
export function answerTo(request: object): PastedAnswer | null {
  return answers.get(request) ?? null;
}
