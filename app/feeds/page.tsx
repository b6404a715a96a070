import type { Metadata } from "next";
import Link from "next/link";
import { FeedLedger } from "../_components/feeds/feed-ledger.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { listMainFeeds } from "../_data/feed.ts";
import { absoluteUrl } from "../_data/site-url.ts";
import "../_styles/feeds.css";

export const metadata: Metadata = {
  title: "Feeds",
  description: "Where Tickmark’s feeds are, in RSS, Atom and JSON Feed, and what comes by each.",
  alternates: alternatesOf("/feeds"),
};

/** The feeds for people who did not ask for XML: which there are, where, and what they carry. */
export default async function FeedsPage() {
  return (
    <article className="article about">
      <p className="kicker">Subscribe</p>
      <h1>Feeds</h1>
      <div className="dek">
        <p>
          A feed reader asks an address now and then, and shows you what is new. Copy one of those
          below into yours: any reader takes any of the three formats. There is nothing to sign up
          for.
        </p>
      </div>

      <h2 id="feeds">Which there are</h2>
      <FeedLedger feeds={await listMainFeeds()} absoluteUrl={absoluteUrl} />
      <p>
        Each <Link href="/areas">area</Link> and each <Link href="/data">series</Link> has a feed of
        its own, with what every new vintage adds and revises; a reader finds it when given the
        address of the page. For a program that takes lists of feeds, as OPML:{" "}
        <a href="/feeds/main.opml">these feeds</a>,{" "}
        <a href="/feeds/areas.opml">these and those of all areas</a>, or{" "}
        <a href="/feeds/all.opml">all of them</a>, series included, which are thousands.
      </p>

      <h2 id="carries">What comes by them</h2>
      <p>
        Whole articles, not extracts. Charts come as pictures with their description. Each claim has
        a tick that links to its receipt on this site, where later vintages are shown. Older entries
        are in archives, which a reader that knows how can follow to the first (RFC 5005).
      </p>
      <p>
        Nothing comes twice: an entry keeps its name in every feed and format, and what was sent
        stays the same to the byte while nothing has changed.
      </p>

      <h2 id="corrections">Corrections</h2>
      <p>
        A correction is an entry of its own, so that you hear of it. The corrected article’s entry
        begins with what changed, and stays the same entry; some readers keep the text they fetched
        first.{" "}
        <Link href="/corrections" prefetch={false}>
          All corrections
        </Link>
      </p>
    </article>
  );
}
