import { toHtml } from "hast-util-to-html";
import type { ElementContent } from "hast";
import { formatDay } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { Receipt } from "./receipt.ts";

type Noted = Pick<Receipt, "id" | "expression" | "computed" | "asOf">;

/**
 * The items of a list for paper: a claim each, in the order of the text, with what it computes, its value, and where its
 * receipt is found below the article's address. As markup and not as elements, because a page tells each element twice.
 */
export function printNotes(receipts: readonly Noted[], asOf: VintageDate): string {
  const items = receipts.map((receipt): ElementContent => {
    const vintage = receipt.asOf === asOf ? "" : ` (vintage of ${formatDay(receipt.asOf)})`;
    return {
      type: "element",
      tagName: "li",
      properties: {},
      children: [
        {
          type: "element",
          tagName: "code",
          properties: {},
          children: [{ type: "text", value: receipt.expression }],
        },
        { type: "text", value: ` gives ${receipt.computed}${vintage}. …/${receipt.id}` },
      ],
    };
  });
  return toHtml(items);
}
