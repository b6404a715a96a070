import { startWithCount } from "#lib/site/release-names";
import type { Status } from "../../_data/status.ts";

type Summed = Pick<Status, "hasStore" | "isAccepted" | "releases"> & {
  readonly calendar: Pick<Status["calendar"], "passed">;
};

/** What matters first, in a sentence or two: that all works, or what does not and what that means for readers. */
export function sumUp({ hasStore, isAccepted, calendar, releases }: Summed): string {
  if (!hasStore)
    return "The store of figures does not answer. Pages, charts and feeds are those made last, and stay; what has to be computed must wait.";
  const { length: missed } = calendar.passed;
  const amiss = [
    missed === 0 ? "" : `${daysThatHave(missed)} passed of which nothing is loaded.`,
    releases.some(({ sync }) => sync?.outcome === "failed")
      ? "When the Treasury was last asked, not every table came."
      : "",
    releases.some(({ sync }) => sync?.outcome === "refused")
      ? "When the Treasury was last asked, a file came that was refused."
      : "",
    isAccepted
      ? ""
      : "An edit that has not passed the check is held back, and the articles are those of before it.",
  ].filter((sentence) => sentence !== "");
  if (amiss.length === 0) return "Everything works.";
  return ["Pages, charts and feeds work.", ...amiss].join(" ");
}

/** "One release day has", "Three release days have". */
export function daysThatHave(count: number): string {
  return count === 1 ? "One release day has" : `${startWithCount(count)} release days have`;
}
