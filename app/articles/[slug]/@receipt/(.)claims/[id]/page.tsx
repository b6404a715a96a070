import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReceiptDialog } from "../../../../../_components/receipt/receipt-dialog.client.tsx";
import { receiptMetadata } from "../../../../../_components/receipt/receipt-metadata.ts";
import { ReceiptSheet } from "../../../../../_components/receipt/receipt-sheet.tsx";
import { findReceipt, type ClaimParams } from "../../../../../_data/find-receipt.ts";
import { listClaims } from "../../../../../_data/list-claims.ts";

export const dynamicParams = false;
export const generateStaticParams = listClaims;

export async function generateMetadata({ params }: ClaimParams): Promise<Metadata> {
  return receiptMetadata(await findReceipt(params));
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
