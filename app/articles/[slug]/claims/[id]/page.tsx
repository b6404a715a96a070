import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ReceiptSheet } from "../../../../_components/receipt/receipt-sheet.tsx";
import { getArticle } from "../../../../_data/article.ts";
import { listClaims } from "../../../../_data/list-claims.ts";

interface ClaimProps {
  readonly params: Promise<{ slug: string; id: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = listClaims;

export async function generateMetadata({ params }: ClaimProps): Promise<Metadata> {
  const receipt = await findReceipt(params);
  if (receipt === undefined) return {};
  return {
    title: `Receipt for “${receipt.sentence.claim}”`,
    description: `${receipt.words} ${receipt.computed}.`,
    alternates: { canonical: receipt.path },
  };
}

/** A receipt at its own, permanent address. */
export default async function ReceiptPage({ params }: ClaimProps) {
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

async function findReceipt(params: ClaimProps["params"]) {
  const { slug, id } = await params;
  return (await getArticle(slug))?.receipts[id];
}
