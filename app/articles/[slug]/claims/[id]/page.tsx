import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { receiptMetadata } from "../../../../_components/receipt/receipt-metadata.ts";
import { ReceiptSheet } from "../../../../_components/receipt/receipt-sheet.tsx";
import { findReceipt, type ClaimParams } from "../../../../_data/find-receipt.ts";
import { listClaims } from "../../../../_data/list-claims.ts";

export const dynamicParams = false;
export const generateStaticParams = listClaims;

export async function generateMetadata({ params }: ClaimParams): Promise<Metadata> {
  return receiptMetadata(await findReceipt(params));
}

/** A receipt at its own, permanent address. */
export default async function ReceiptPage({ params }: ClaimParams) {
  const receipt = await findReceipt(params);
  if (receipt === undefined) notFound();
  return (
    <div className="receipt-page">
      <p className="receipt-back">
        <Link href={`/articles/${receipt.article.slug}#claim-${receipt.id}`} prefetch={false}>
          Back to the sentence in its article
        </Link>
      </p>
      <ReceiptSheet receipt={receipt} place="page" />
    </div>
  );
}
