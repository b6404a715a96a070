import type { Metadata } from "next";
import Link from "next/link";
import { CorrectionList } from "../_components/corrections/correction-list.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { listCorrections } from "../_data/corrections.ts";

export const metadata: Metadata = {
  title: "Corrections",
  description: "What was wrong in an article, what is right, and why, with the day.",
  alternates: alternatesOf("/corrections"),
};

/** Every correction of every article, and what a correction is. */
export default async function CorrectionsPage() {
  const corrections = await listCorrections();
  return (
    <article className="article about">
      <p className="kicker">Open books</p>
      <h1>Corrections</h1>
      <div className="dek">
        <p>
          What was wrong in an article or was revised since, what is right, and why. Nothing is ever
          taken off this page.
        </p>
      </div>

      <h2 id="list">So far</h2>
      {corrections.length === 0 ? (
        <p className="corrections-none">
          No article has been corrected yet. The first correction will stand here with its day, with
          the words that were wrong and the words that took their place.
        </p>
      ) : (
        <CorrectionList corrections={corrections} named />
      )}

      <h2 id="what">What is a correction</h2>
      <p>
        A mistake of ours: a wrong word, a source misread, a claim that the data never bore out. It
        is mended in the text, told at the end of the article, and listed here.
      </p>
      <p>
        Figures that the publisher revises later are no mistake. The text stays as it was, and its
        mark says that the claim has drifted or flipped since; the receipt shows what each vintage
        says. When an editor reads the article again at a later vintage and signs it there, the
        words that the new figures no longer bear out are changed, and each change is listed here,
        too, with the revision as its reason.{" "}
        <Link href="/about#vintages" prefetch={false}>
          How vintages are read
        </Link>
      </p>
    </article>
  );
}
