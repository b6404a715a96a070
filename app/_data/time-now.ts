import { reportOutage } from "./report-outage.ts";

declare global {
  /** How far this machine's clock is behind the store's, in milliseconds; Next loads modules more than once. */
  var tickmarkBehind: number | undefined;
}

/** Less than this is nobody's mistake: answers take a while, in milliseconds. */
const tolerance = 60_000;

/** Takes down what time it is where the store is. */
export function noteTime(theirs: Date): void {
  const behind = theirs.getTime() - Date.now();
  const before = globalThis.tickmarkBehind ?? 0;
  globalThis.tickmarkBehind = Math.abs(behind) < tolerance ? 0 : behind;
  if (globalThis.tickmarkBehind === 0 || Math.abs(behind - before) < tolerance) return;
  const minutes = Math.round(behind / 60_000);
  const how = minutes > 0 ? `${minutes} minutes behind` : `${-minutes} minutes ahead of`;
  reportOutage("The clock of this machine is wrong", new Error(`it is ${how} that of the store`));
}

/**
 * What time it is, by the store's clock where this machine's differs by a minute or more: what appears at a time appears on all
 * machines at once, and one whose clock is wrong shows neither what is to come nor loses what is there.
 */
export function timeNow(): Date {
  return new Date(Date.now() + (globalThis.tickmarkBehind ?? 0));
}
