import type { Metadata } from "next";
import Link from "next/link";
import { ArticleSources } from "../../_components/article/article-sources.tsx";
import { TermNotes } from "../../_components/glossary/term-notes.tsx";
import { ComponentExamples } from "../../_components/developers/component-examples.tsx";
import { alternatesOf } from "../../_components/site/alternates.ts";
import { getComponentGuide } from "../../_data/component-guide.ts";
import "../../_styles/developers.css";

export const metadata: Metadata = {
  title: "Components of articles",
  description: "What an article is written with: each component live, with the MDX to copy.",
  alternates: alternatesOf("/developers/components"),
};

/** For editors: the components of articles, live over the figures held, with the MDX to copy. */
export default async function ComponentsPage() {
  const guide = await getComponentGuide();
  return (
    <article className="article about developers">
      <p className="kicker">For editors</p>
      <h1>Components of articles</h1>
      <div className="dek">
        <p>
          An article is Markdown with these components and no others. What stands below each is its
          example, held against the data as every article is.
        </p>
      </div>
      {guide.page === null ? (
        <p role="status">
          The examples are shown as text: they rest on charts and words that this site does not
          have.
        </p>
      ) : (
        <p>
          In an article a claim opens its receipt; here it leads to the series it rests on. The
          expression for what you see stands on the page of each series, under{" "}
          <Link href="/data" prefetch={false}>
            The data
          </Link>
          .
        </p>
      )}
      <ComponentExamples {...guide} />
      {guide.page !== null && (
        <>
          <TermNotes terms={guide.page.terms} />
          <ArticleSources page={guide.page} />
        </>
      )}
    </article>
  );
}
