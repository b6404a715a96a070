import type { ReactNode } from "react";
import { formatDay } from "#lib/series/format";
import type { NowClaim } from "#lib/site/now-claim";
import type { NowPage } from "#lib/site/now-page";
import type { Receipt } from "#lib/site/receipt";
import { Claim } from "../article/claim.tsx";
import { ClaimLink } from "../article/claim-link.client.tsx";
import { nowTick } from "./now-tick.ts";

/**
 * A claim in the text that is read now. Words that the newest figures no longer bear out stay as they are, and what they would
 * have to say stands behind them, with a way to the next; what still holds is quiet.
 */
export function NowClaimText({
  receipt,
  now,
  newest,
  next,
  children,
}: {
  receipt: Receipt;
  now: NowClaim;
  newest: NowPage["newest"];
  /** The next difference of the text; null behind the last. */
  next: string | null;
  children: ReactNode;
}) {
  if (now.outcome === "same") return <Claim receipt={receipt}>{children}</Claim>;
  const changed = now.outcome === "pinned" ? [now.then] : [now.then, `now ${now.now}`];
  return (
    <>
      <ClaimLink
        id={receipt.id}
        href={receipt.path}
        kind={nowTick(now.outcome)}
        outcome={now.outcome === "unanswered" ? now.then : changed.join(", ")}
        words={now.outcome === "unanswered" ? now.now : undefined}
        note={
          now.outcome === "pinned"
            ? `vintage of ${formatDay(receipt.asOf)}`
            : `vintages of ${formatDay(receipt.asOf)} and of ${formatDay(newest)}`
        }
      >
        {children}
      </ClaimLink>
      {now.beside === null ? null : <NowMark words={besideOf(now, now.beside)} next={next} />}
    </>
  );
}

function besideOf({ outcome }: NowClaim, beside: string): string {
  return outcome === "unanswered" ? beside : `now ${beside}`;
}

/** So many letters stay on one line on the narrowest screen. */
const shortMark = 26;

/** "[now $743.3 billion ↓]": in brackets, as an editor puts into a text what is not its author's. */
function NowMark({ words, next }: { words: string; next: string | null }) {
  return (
    <>
      {" "}
      <span className={words.length > shortMark ? "now-mark" : "now-mark nowrap"}>
        [{words}{" "}
        <a
          className="now-next"
          href={next === null ? "#then-and-now" : `#claim-${next}`}
          aria-label={next === null ? "Back to what has changed" : "Next difference"}
        >
          {next === null ? "↑" : "↓"}
        </a>
        ]
      </span>
    </>
  );
}
