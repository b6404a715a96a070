import "server-only";
import type { Receipt } from "#lib/site/receipt";
import { getArticle } from "./article.ts";

/** What Next hands to the page of a claim. */
export interface ClaimParams {
  readonly params: Promise<{ slug: string; id: string }>;
}

/** The receipt an address names, if there is one. */
export async function findReceipt(params: ClaimParams["params"]): Promise<Receipt | undefined> {
  const { slug, id } = await params;
  const receipts = (await getArticle(slug))?.receipts ?? {};
  return Object.hasOwn(receipts, id) ? receipts[id] : undefined;
}
