import type { ReactNode } from "react";
import { formatDay } from "#lib/series/format";
import type { PreviewClaim, ReadArticle } from "#lib/site/preview-page";
import { Tick, tickOf, tickWords, type TickKind } from "../tick/tick.tsx";
import { TickedText } from "../tick/ticked-text.tsx";

/** Where a claim stands in the list of claims. */
export function claimEntry(id: string): string {
  return `entry-${id}`;
}

/** A claim in the text: its mark, and beside it, under the pointer or focus, what it comes to. It leads to its entry in the list. */
export function PreviewClaimText({
  claim,
  read,
  children,
}: {
  claim: PreviewClaim;
  read: Pick<ReadArticle, "page" | "readAt">;
  children: ReactNode;
}) {
  const { kind, words } = outcomeOf(claim, read);
  return (
    <span className="claim-place">
      <a
        id={`claim-${claim.id}`}
        className={`claim claim-${kind}`}
        data-room="true"
        href={`#${claimEntry(claim.id)}`}
      >
        <TickedText kind={kind} words={words.toLowerCase()}>
          {children}
        </TickedText>
      </a>
      <span className="slip" aria-hidden="true">
        <span className="slip-verdict">
          <Tick kind={kind} /> {words}
        </span>
        {valueOf(claim) && <span className="slip-value">{valueOf(claim)}</span>}
        <code className="slip-expression">{claim.expression}</code>
        <span className="slip-note">vintage of {formatDay(claim.asOf)}</span>
      </span>
    </span>
  );
}

/** The value that its words stand for, at the other vintage where it was read there. */
export function valueOf({ other, computed, isStatement }: PreviewClaim): string | null {
  if (other !== null) return other.computed;
  return isStatement && computed === "true" ? null : computed;
}

/** The mark of a claim, and what it says: at the vintage that was asked for; else as readers will have it. */
export function outcomeOf(
  { id, verdict, other, isPinned }: PreviewClaim,
  { page, readAt }: Pick<ReadArticle, "page" | "readAt">,
): { readonly kind: TickKind; readonly words: string } {
  if (verdict === "undecided") return { kind: "unanswered", words: "Not decided" };
  if (verdict === "drifted" || verdict === "flipped") {
    return { kind: verdict, words: "Contradicted" };
  }
  if (readAt === null) {
    const receipt = page.receipts[id];
    const kind = receipt ? tickOf(receipt) : verdict;
    return { kind, words: tickWords[kind] };
  }
  if (isPinned || other === null) return { kind: "pinned", words: tickWords.pinned };
  const { standing } = other;
  const words = {
    ...{ holds: "Holds", "holds-rounded": "Holds, rounded", unanswered: "Not published then" },
    ...{ drifted: "Would not hold", flipped: "Would not hold" },
  };
  return { kind: standing, words: words[standing] };
}
