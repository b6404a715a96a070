import type { Metadata } from "next";
import Link from "next/link";
import { topicSlug } from "#lib/site/topics";
import { articleBody } from "../../_components/article/article-body.tsx";
import { ArticleContents } from "../../_components/article/article-contents.tsx";
import { ArticleJsonLd } from "../../_components/article/article-json-ld.tsx";
import { NoSuchArticle } from "../../_components/article/no-such-article.tsx";
import { ArticleSources } from "../../_components/article/article-sources.tsx";
import { ArticleLedger } from "../../_components/ledger/article-ledger.tsx";
import { TermNotes } from "../../_components/glossary/term-notes.tsx";
import { ArticleCorrections } from "../../_components/corrections/article-corrections.tsx";
import { alternatesOf } from "../../_components/site/alternates.ts";
import { PrintNotes } from "../../_components/receipt/print-notes.tsx";
import { cardOf } from "../../_components/site/card-of.ts";
import { RelatedArticles } from "../../_components/site/related-articles.tsx";
import { getArticle, listArticles } from "../../_data/article.ts";
import { madeFromArticle } from "../../_data/made-from.ts";
import { followMoved } from "../../_data/moved.ts";

interface ArticleProps {
  readonly params: Promise<{ slug: string }>;
}

/** Made ahead; one that comes later, when somebody first asks for it. */
export async function generateStaticParams() {
  return (await listArticles()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: ArticleProps): Promise<Metadata> {
  const page = await findArticle(params);
  if (page === null) return { title: "No such article" };
  const path = `/articles/${page.slug}`;
  const [chart] = Object.values(page.charts);
  const alt = chart === undefined ? page.headline : `${page.headline}. ${chart.alt}`;
  return {
    ...(await madeFromArticle(page.slug)),
    title: page.headline,
    description: page.dek,
    authors: [{ name: page.byline }],
    alternates: alternatesOf(path),
    openGraph: {
      type: "article",
      siteName: "Tickmark",
      title: page.headline,
      description: page.dek,
      url: path,
      publishedTime: page.times.published,
      modifiedTime: page.times.updated,
      section: page.topic,
      images: cardOf("articles", page.slug, alt),
    },
    twitter: { card: "summary_large_image" },
  };
}

/** An article: contents, text with its charts and claims, sources. */
export default async function ArticleRoute({ params }: ArticleProps) {
  const page = await findArticle(params);
  if (page === null) {
    await followMoved((await params).slug);
    return <NoSuchArticle />;
  }
  return (
    <div className="article-zones">
      <ArticleContents contents={page.contents} hasLedger />
      <article className="article">
        <p className="kicker">
          <Link href={`/topics/${topicSlug(page.topic)}`} prefetch={false}>
            {page.topic}
          </Link>
        </p>
        {articleBody(page)}
        <TermNotes terms={page.terms} />
        <ArticleCorrections slug={page.slug} />
        <ArticleSources page={page} />
        <ArticleLedger page={page} />
        <RelatedArticles slug={page.slug} />
        <PrintNotes page={page} />
      </article>
      <ArticleJsonLd page={page} />
    </div>
  );
}

async function findArticle(params: ArticleProps["params"]) {
  return getArticle((await params).slug);
}
