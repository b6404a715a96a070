import { formatDay } from "#lib/series/format";
import type { Ledger as ClaimsLedger, LedgerClaim } from "#lib/evidence/ledger";
import { Tick } from "../tick/tick.tsx";
import { Ledger, type LedgerRow } from "./ledger.tsx";
import { isHeld, standingWords } from "./standing-words.ts";

const columns = [
  { title: "No." },
  { title: "Claim" },
  { title: "What is computed" },
  { title: "Value", kind: "figure" },
  { title: "Vintage" },
  { title: "As published" },
  { title: "Now" },
] as const;

/**
 * Every claim of an article in one table, in the order of the text. Its links are plain: Next would open a receipt over the
 * article, which is not on this page.
 */
export function ClaimLedger({ ledger }: { ledger: ClaimsLedger }) {
  const { slug } = ledger.article;
  return (
    <Ledger
      className="ledger-stack claim-ledger"
      columns={columns}
      rows={ledger.claims.map((claim) => rowOf(claim, slug))}
    />
  );
}

function rowOf(claim: LedgerClaim, slug: string): LedgerRow {
  const { number, id, path, words, computation, computed, asOf, verdict, standing } = claim;
  return {
    key: id,
    id: `row-${id}`,
    name: (
      <a href={`/articles/${slug}#claim-${id}`} aria-label={`Claim ${number} in the text`}>
        {number}
      </a>
    ),
    cells: [
      <a key="words" className="ledger-words" href={path}>
        {words}
      </a>,
      <span key="computation" className="ledger-computation">
        {computation}
      </span>,
      computed,
      formatDay(asOf),
      <Standing key="verdict" kind={verdict} />,
      <Now key="now" claim={claim} moved={!isHeld(standing)} />,
    ],
  };
}

function Now({ claim, moved }: { claim: LedgerClaim; moved: boolean }) {
  const { pinned, standing, computed, computedNow } = claim;
  if (pinned) return "About its own vintage";
  return (
    <span className={moved ? "ledger-moved" : undefined}>
      <Standing kind={standing} />
      {computedNow === computed ? null : <span className="ledger-mark">{computedNow}</span>}
    </span>
  );
}

function Standing({ kind }: { kind: LedgerClaim["standing"] }) {
  return (
    <span>
      <Tick kind={kind} />
      {standingWords[kind]}
    </span>
  );
}
