import type { ReactNode } from "react";
import { formatDay } from "#lib/series/format";
import type { Receipt } from "#lib/site/receipt";
import { tickOf } from "../tick/tick.tsx";
import { ClaimLink } from "./claim-link.client.tsx";

/** Words tied to an expression: a link to their receipt, with a mark. */
export function Claim({ receipt, children }: { receipt: Receipt; children: ReactNode }) {
  const cells = receipt.cellCount === 1 ? "1 cell" : `${receipt.cellCount} cells`;
  return (
    <ClaimLink
      id={receipt.id}
      href={receipt.path}
      kind={tickOf(receipt)}
      outcome={receipt.computed === "true" ? undefined : receipt.computed}
      words={receipt.computed === "true" ? receipt.words : undefined}
      note={`${cells}, vintage of ${formatDay(receipt.asOf)}`}
    >
      {children}
    </ClaimLink>
  );
}
