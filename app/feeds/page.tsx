import type { Metadata } from "next";
import Link from "next/link";
import { feedPath } from "#lib/feeds/rss";
import { CopyButton } from "../_components/receipt/copy-button.client.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { absoluteUrl } from "../_data/site-url.ts";

export const metadata: Metadata = {
  title: "The feed",
  description: "The address of Tickmark’s feed, and what comes by it.",
  alternates: alternatesOf("/feeds"),
};

/** The feed for people who did not ask for XML: what it is, where it is, what it carries. */
export default function FeedsPage() {
  const address = absoluteUrl(feedPath);
  return (
    <article className="article about">
      <p className="kicker">Subscribe</p>
      <h1>The feed</h1>
      <div className="dek">
        <p>A feed reader asks this address now and then, and shows you what is new.</p>
      </div>

      <h2 id="address">Its address</h2>
      <p className="citation">
        <a href={feedPath}>{address}</a>
      </p>
      <CopyButton text={address} />
      <p>Give it to a program or service that reads RSS. There is nothing to sign up for.</p>

      <h2 id="carries">What comes by it</h2>
      <p>
        Whole articles, newest first, not extracts. Charts come as pictures with their description.
        Each claim has a tick that links to its receipt on this site, where later vintages are
        shown.
      </p>
      <p>
        When an article is corrected, its entry in the feed changes with it and stays the same
        entry, with the day of the change. A correction is not an entry of its own, and some readers
        keep the text they fetched first: the article’s page is the one to rely on.{" "}
        <Link href="/about" prefetch={false}>
          How Tickmark checks
        </Link>
      </p>
    </article>
  );
}
