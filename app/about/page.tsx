import type { Metadata } from "next";
import Link from "next/link";
import { alternatesOf } from "../_components/site/alternates.ts";
import { TickLegend } from "../_components/tick/tick-legend.tsx";

export const metadata: Metadata = {
  title: "How Tickmark checks",
  description:
    "How figures and comparing words are tied to published data, and what the ticks mean.",
  alternates: alternatesOf("/about"),
};

/** The method, short and true. */
export default function AboutPage() {
  return (
    <article className="article about">
      <p className="kicker">Method</p>
      <h1>How Tickmark checks</h1>
      <div className="dek">
        <p>
          A marked claim that the data contradict is not published. This is how that is kept, and
          how far it goes.
        </p>
      </div>

      <h2 id="claims">Figures and words are claims</h2>
      <p>
        Each figure that we compute is tied to an expression over published statistics. So are words
        that compare, such as “fell,” “largest” and “lowest since.” A program reads the cells that
        the expression names, computes its value in exact decimals, and compares it with the words.
        If one claim fails, the article is not built. Nor is it when a figure, or a comparing word
        that the program knows, stands without a mark.
      </p>
      <p>
        The words around a claim are read too: they must name what the expression rests on.
        “Holdings” beside purchases, “Treasuries” beside bills, “foreigners” beside private
        investors, or another country, month or year, stop the article as a wrong digit does.
      </p>

      <h2 id="rounding">When a figure holds</h2>
      <p>
        A printed figure stands for all the values that round to it. “$1.55 trillion” means from
        $1.545 trillion up to, but not including, $1.555 trillion. A computed value outside that
        interval contradicts the text. Words stand for values as well: “fell” for all below zero,
        “nearly half” for those from 45 up to 50 percent, “third-largest” for one rank. “About”
        widens a figure by a twentieth on either side, “more than” by half on one side, and no word
        widens it without end.
      </p>

      <h2 id="vintages">Vintages</h2>
      <p>
        Statistics are revised. Tickmark keeps every vintage it has loaded, the values as published
        on one date, and overwrites none. An article names the vintage it was written from and must
        hold against it. Later vintages are read too: when the digits no longer round to the text,
        the mark says drifted; when the meaning changes, it says flipped. The text stays as it was,
        and the reader sees both. An editor reads each article again at{" "}
        <Link href="/desk" prefetch={false}>
          the revision desk
        </Link>
        , where every sentence stands with what the new vintage did to it, and signs it or leaves it
        as written.
      </p>

      <h2 id="receipts">Receipts</h2>
      <p>
        Each claim is a link. It opens a receipt: the sentence, the computation, the cells with
        their line and column, the publisher’s file with its SHA-256, the rounding interval, and
        what other vintages say. A receipt has a permanent address and works without JavaScript.
      </p>

      <h2 id="quoted">What is not checked</h2>
      <p>
        A figure from someone else, which we cannot compute, is quoted: marked as such, with who
        said it and when. What is not data, such as the name of a table or a definition, is exempt,
        with a reason. The program knows a list of comparing words and of nouns, and no more: a
        comparison in other words can pass, and so can a noun said twice in a clause of which one is
        right. Causes, opinions and what an article leaves out are checked by no program.
      </p>
      <p>
        How much passes is measured. Each figure, sign, unit, direction, rank, noun, country and
        period of our own article is changed, one at a time, some thousands of times, and so is each
        expression; of the changes that alter the meaning the program must refuse 99 in a hundred.
        In drafts by others, which it was not made with, it refused 97 in a hundred when we last
        measured.
      </p>

      <h2 id="check">Texts by others</h2>
      <p>
        <Link href="/check" prefetch={false}>
          Check a text
        </Link>{" "}
        does for anybody’s text what it can: for each figure it looks for the series and the period
        that the words name, and says whether they give it, gave it in an earlier vintage, or never
        did. Nobody has marked such a text, so the program decides what a sentence speaks of, and
        says “unknown” where the words do not tell. It opens what it has used, and keeps nothing.
      </p>

      <h2 id="data">The data</h2>
      <p>
        The figures are the U.S. Treasury’s{" "}
        <a href="https://home.treasury.gov/data/treasury-international-capital-tic-system">
          Treasury International Capital
        </a>{" "}
        data, works of the U.S. government in the public domain. They record where securities are
        kept, which is not always where their owners live.
      </p>

      <h2 id="marks">The marks</h2>
      <TickLegend />
    </article>
  );
}
