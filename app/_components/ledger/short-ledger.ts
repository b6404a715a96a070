import { escapedHtml } from "#lib/series/escaped-html";
import type { LedgerClaim } from "#lib/evidence/ledger";
import { isHeld, standingWords } from "./standing-words.ts";

type Listed = Pick<
  LedgerClaim,
  "number" | "id" | "path" | "words" | "computed" | "verdict" | "standing"
>;

/**
 * The rows of an article's claims as markup: the number leads to the place in the text, the words to the receipt. React need
 * not take over what never changes, and a page tells each element of its own twice.
 */
export function shortLedger(claims: readonly Listed[]): string {
  return claims.map(rowHtml).join("");
}

function rowHtml({ number, id, path, words, computed, verdict, standing }: Listed): string {
  const now = isHeld(standing)
    ? standingWords[standing]
    : `<strong>${standingWords[standing]}</strong>`;
  const cells = [
    `<th scope="row"><a href="#claim-${id}" aria-label="Claim ${number} in the text">${number}</a></th>`,
    `<td><a href="${escapedHtml(path)}">${escapedHtml(words)}</a></td>`,
    `<td class="figure">${escapedHtml(computed)}</td>`,
    `<td>${standingWords[verdict]}</td>`,
    `<td>${now}</td>`,
  ];
  return `<tr>${cells.join("")}</tr>`;
}
