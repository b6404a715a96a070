import type { Metadata } from "next";
import { alternatesOf } from "../site/alternates.ts";
import { outcome } from "./outcome.ts";
import type { Receipt } from "#lib/site/receipt";

/** The head of a receipt, the same on its own page and over its article. */
export function receiptMetadata(receipt: Receipt | undefined): Metadata {
  if (receipt === undefined) return {};
  return {
    title: `Receipt for “${receipt.sentence.claim}”`,
    description: `${receipt.words}. Computed: ${outcome(receipt)}.`,
    alternates: alternatesOf(receipt.path),
  };
}
