import { formatDay } from "#lib/series/format";
import type { ArticlePage } from "#lib/site/article-page";
import { printNotes } from "#lib/site/print-notes";
import type { Receipt } from "#lib/site/receipt";
import { absoluteUrl } from "../../_data/site-url.ts";

/** On paper a claim cannot be opened: each has a number, and here is what stands behind it. Not shown on a screen. */
export function PrintNotes({ page }: { page: ArticlePage }) {
  return (
    <section className="print-notes">
      <h2>The claims, one by one</h2>
      <p>
        Numbers as in the text; computed from the vintage of {formatDay(page.asOf)} unless another
        is named. … stands for {absoluteUrl(`/articles/${page.slug}/claims`)}
      </p>
      <ol dangerouslySetInnerHTML={{ __html: printNotes(inOrderOfText(page), page.asOf) }} />
    </section>
  );
}

/**
 * The receipts as the compiled text names them, so that a list of them has the numbers of the text: a claim of a chart's
 * headline comes where its chart does. The object itself would begin with the ids that are all digits.
 */
function inOrderOfText({ code, receipts }: ArticlePage): Receipt[] {
  return Object.values(receipts)
    .map((receipt) => ({ receipt, place: code.indexOf(`"${receipt.id}"`) }))
    .sort((one, other) => one.place - other.place)
    .map(({ receipt }) => receipt);
}
