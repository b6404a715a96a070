import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReceiptDialog } from "../../../../../_components/receipt/receipt-dialog.client.tsx";
import { receiptMetadata } from "../../../../../_components/receipt/receipt-metadata.ts";
import { ReceiptSheet } from "../../../../../_components/receipt/receipt-sheet.tsx";
import { findReceipt, type ClaimParams } from "../../../../../_data/find-receipt.ts";
import { madeFromArticle } from "../../../../../_data/made-from.ts";

/**
 * Made and kept when somebody first opens it: made ahead they were half of all pages of a build. When one cannot be made, the browser
 * goes to the receipt at its own address, which is there.
 */
export function generateStaticParams(): { slug: string; id: string }[] {
  return [];
}

export async function generateMetadata({ params }: ClaimParams): Promise<Metadata> {
  const { slug } = await params;
  return { ...receiptMetadata(await findReceipt(params)), ...(await madeFromArticle(slug)) };
}

/** A receipt reached from within its article: laid over it. */
export default async function OpenedReceipt({ params }: ClaimParams) {
  const receipt = await findReceipt(params);
  if (receipt === undefined) notFound();
  return (
    <ReceiptDialog claimId={receipt.id}>
      <ReceiptSheet receipt={receipt} place="dialog" />
    </ReceiptDialog>
  );
}
