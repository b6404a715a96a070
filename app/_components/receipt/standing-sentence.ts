import { formatDay } from "#lib/series/format";
import type { Receipt } from "#lib/site/receipt";

type Judged = Pick<Receipt, "asOf" | "pinned" | "standing" | "later">;

/** One sentence: against which vintage the claim holds, and what the newest one says. */
export function standingSentence({ asOf, pinned, standing, later }: Judged): string {
  const named = `the vintage of ${formatDay(asOf)}`;
  const newest = later.at(-1);
  if (newest === undefined) return `In ${named}, the newest held.`;
  if (pinned) return `In ${named}, which the sentence is about.`;
  const since = formatDay(newest.vintage);
  switch (standing) {
    case "holds":
    case "holds-rounded":
      return `In ${named}, and still in that of ${since}.`;
    case "drifted":
      return `True of ${named}. In that of ${since} the digits no longer round to it.`;
    case "unanswered":
      return `True of ${named}. That of ${since} no longer gives the figures it rests on.`;
    case "flipped":
      return `True of ${named}. That of ${since} changes its meaning.`;
  }
}
