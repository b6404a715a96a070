import { notFound } from "next/navigation";
import { ReceiptDialog } from "../../../../../_components/receipt/receipt-dialog.client.tsx";
import { ReceiptSheet } from "../../../../../_components/receipt/receipt-sheet.tsx";
import { getArticle } from "../../../../../_data/article.ts";
import { listClaims } from "../../../../../_data/list-claims.ts";

interface ClaimProps {
  readonly params: Promise<{ slug: string; id: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = listClaims;

/** A receipt reached from within its article: laid over it. */
export default async function OpenedReceipt({ params }: ClaimProps) {
  const { slug, id } = await params;
  const receipt = (await getArticle(slug))?.receipts[id];
  if (receipt === undefined) notFound();
  return (
    <ReceiptDialog claimId={id}>
      <ReceiptSheet receipt={receipt} place="dialog" />
    </ReceiptDialog>
  );
}
