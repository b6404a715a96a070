import type { ReactNode } from "react";
import { formatDay } from "#lib/series/format";
import type { Receipt } from "#lib/site/receipt";
import { tickOf, tickWords, Tick } from "../tick/tick.tsx";
import { TickedText } from "../tick/ticked-text.tsx";
import { ClaimLink } from "./claim-link.client.tsx";

/**
 * Words tied to an expression: a link to their receipt, with a mark. Where there is a margin, a slip in it tells the
 * outcome under the pointer or focus; the slip repeats what the receipt says, so assistive technology skips it.
 */
export function Claim({ receipt, children }: { receipt: Receipt; children: ReactNode }) {
  const kind = tickOf(receipt);
  return (
    <span className="claim-place">
      <ClaimLink id={receipt.id} href={receipt.path} className={`claim claim-${kind}`}>
        <TickedText kind={kind}>{children}</TickedText>
      </ClaimLink>
      <span className="slip" aria-hidden="true">
        <span className="slip-verdict">
          <Tick kind={kind} /> {tickWords[kind]}
        </span>
        {receipt.computed === "true" ? (
          <span className="slip-words">{receipt.words}</span>
        ) : (
          <span className="slip-value">{receipt.computed}</span>
        )}
        <span className="slip-note">
          {receipt.cellCount === 1 ? "1 cell" : `${receipt.cellCount} cells`}, vintage of{" "}
          {formatDay(receipt.asOf)}
        </span>
      </span>
    </span>
  );
}
