import type { Metadata } from "next";
import Link from "next/link";
import { NoSuchReceipt } from "../../../../_components/receipt/no-such-receipt.tsx";
import { receiptMetadata } from "../../../../_components/receipt/receipt-metadata.ts";
import { ReceiptSheet } from "../../../../_components/receipt/receipt-sheet.tsx";
import { getArticle } from "../../../../_data/article.ts";
import { findReceipt, type ClaimParams } from "../../../../_data/find-receipt.ts";
import { listClaims } from "../../../../_data/list-claims.ts";
import { madeFromArticle } from "../../../../_data/made-from.ts";
import { followMoved } from "../../../../_data/moved.ts";

/** Made ahead; those of an article that comes later, when somebody first asks for them. */
export const generateStaticParams = listClaims;

export async function generateMetadata({ params }: ClaimParams): Promise<Metadata> {
  const receipt = await findReceipt(params);
  if (receipt === undefined) return { title: "No such claim" };
  return { ...receiptMetadata(receipt), ...(await madeFromArticle(receipt.article.slug)) };
}

/** A receipt at its own, permanent address. */
export default async function ReceiptPage({ params }: ClaimParams) {
  const receipt = await findReceipt(params);
  if (receipt === undefined) {
    const { slug, id } = await params;
    await followMoved(slug, `/claims/${id}`);
    return <NoSuchReceipt slug={(await getArticle(slug)) === null ? null : slug} />;
  }
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
