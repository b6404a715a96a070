import Link from "next/link";
import { formatDay } from "#lib/series/format";
import { ledgerFilePath } from "#lib/site/ledger-path";
import type { Receipt } from "#lib/site/receipt";
import { absoluteUrl } from "../../_data/site-url.ts";
import { Day } from "../site/day.tsx";
import { Tick, tickOf, tickWords } from "../tick/tick.tsx";
import { CopyButton } from "./copy-button.client.tsx";
import { outcome } from "./outcome.ts";
import { ReceiptCells } from "./receipt-cells.tsx";
import { ReceiptConditions } from "./receipt-conditions.tsx";
import { ReceiptParts } from "./receipt-parts.tsx";
import { ReceiptVintages } from "./receipt-vintages.tsx";
import { SnapshotList } from "./snapshot-list.tsx";
import { standingSentence } from "./standing-sentence.ts";

interface ReceiptSheetProps {
  readonly receipt: Receipt;
  /** On its own page the sheet has the page's first heading; over the article it is one level down. */
  readonly place: "page" | "dialog";
}

function InWords({ receipt }: Pick<ReceiptSheetProps, "receipt">) {
  if (receipt.parts.length > 0) return <ReceiptParts parts={receipt.parts} />;
  if (receipt.conditions.length > 0) return <ReceiptConditions conditions={receipt.conditions} />;
  return receipt.words;
}

/** Everything behind one claim, in the order in which an auditor would trace it. */
export function ReceiptSheet({ receipt, place }: ReceiptSheetProps) {
  const [Title, Heading] = place === "page" ? (["h1", "h2"] as const) : (["h2", "h3"] as const);
  const { before, claim, after } = receipt.sentence;
  const kind = tickOf(receipt);
  const citation = `${receipt.citation} ${absoluteUrl(receipt.path)}`;
  return (
    <article className="receipt">
      <header className="receipt-head">
        <Title className="receipt-title" id="receipt-title">
          Receipt for “{claim}”
        </Title>
        <blockquote className="receipt-sentence">
          <p>
            {before}
            <mark>{claim}</mark>
            {after}
          </p>
        </blockquote>
        <p className="receipt-article">
          {place === "dialog" ? (
            receipt.article.title
          ) : (
            <Link href={`/articles/${receipt.article.slug}`} prefetch={false}>
              {receipt.article.title}
            </Link>
          )}
        </p>
      </header>

      <p className={`verdict verdict-${kind}`}>
        <Tick kind={kind} />
        <strong>{tickWords[kind]}</strong>
        <span>{standingSentence(receipt)}</span>
      </p>

      <dl className="receipt-facts">
        <dt>Computed</dt>
        <dd className={receipt.interval === null ? undefined : "receipt-total"}>
          <span>{outcome(receipt)}</span>
        </dd>
        {receipt.interval === null || receipt.parts.length > 0 ? null : (
          <>
            <dt>The words stand for</dt>
            <dd>{receipt.interval}</dd>
          </>
        )}
        <dt>In words</dt>
        <dd>
          <InWords receipt={receipt} />
        </dd>
        {receipt.quotedFrom === null ? null : (
          <>
            <dt>Quoted in it</dt>
            <dd>
              The figure written in the expression is not from the store. It was given by{" "}
              {receipt.quotedFrom.url === null ? (
                receipt.quotedFrom.publisher
              ) : (
                <a href={receipt.quotedFrom.url}>{receipt.quotedFrom.publisher}</a>
              )}
              , {formatDay(receipt.quotedFrom.date)}.
            </dd>
          </>
        )}
        <dt>Expression</dt>
        <dd>
          <code>{receipt.expression}</code>
          <span className="receipt-as-of">
            as of the vintage of <Day date={receipt.asOf} />
          </span>
        </dd>
      </dl>

      <Heading>The cells used</Heading>
      <ReceiptCells receipt={receipt} />

      <Heading>What other vintages say</Heading>
      <ReceiptVintages receipt={receipt} />

      <Heading>The files</Heading>
      <SnapshotList receipts={[receipt]} />

      <Heading>Cite this figure</Heading>
      <p className="citation">{citation}</p>
      <CopyButton text={citation} />
      <p className="receipt-more">
        <a href={`/articles/${receipt.article.slug}/ledger#row-${receipt.id}`}>
          All claims of this article
        </a>{" "}
        <a href={ledgerFilePath(receipt.article.slug, "evidence.zip")} download>
          Evidence, to check it without us
        </a>
      </p>
    </article>
  );
}
