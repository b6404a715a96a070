import type { Metadata } from "next";
import Link from "next/link";
import { topicSlug } from "#lib/site/topics";
import { articleBody } from "../../../_components/article/article-body.tsx";
import { ArticleContents } from "../../../_components/article/article-contents.tsx";
import { NoSuchArticle } from "../../../_components/article/no-such-article.tsx";
import { ArticleSources } from "../../../_components/article/article-sources.tsx";
import { ArticleCorrections } from "../../../_components/corrections/article-corrections.tsx";
import { TermNotes } from "../../../_components/glossary/term-notes.tsx";
import { nowPrinted } from "../../../_components/now/now-printed.ts";
import { PrintNotes } from "../../../_components/receipt/print-notes.tsx";
import { alternatesOf } from "../../../_components/site/alternates.ts";
import { getArticleNow, listArticles } from "../../../_data/article.ts";
import { madeFromArticle } from "../../../_data/made-from.ts";
import { followMoved } from "../../../_data/moved.ts";

interface NowProps {
  readonly params: Promise<{ slug: string }>;
}

/** Made ahead; one that comes later, when somebody first asks for it. */
export async function generateStaticParams() {
  return (await listArticles()).map(({ slug }) => ({ slug }));
}

/** What is searched for and shared is the article: this is the same text. */
export async function generateMetadata({ params }: NowProps): Promise<Metadata> {
  const now = await findNow(params);
  if (now === null) return { title: "No such article" };
  return {
    ...(await madeFromArticle(now.page.slug)),
    title: `As published and now: ${now.page.headline}`,
    description: now.page.dek,
    robots: { index: false },
    alternates: alternatesOf(`/articles/${now.page.slug}`),
  };
}

/** An article beside the newest figures: the words as published, and on each claim what has become of it. */
export default async function NowRoute({ params }: NowProps) {
  const now = await findNow(params);
  if (now === null) {
    await followMoved((await params).slug, "/now");
    return <NoSuchArticle />;
  }
  const { page } = now;
  return (
    <div className="article-zones" data-reading="now">
      <ArticleContents contents={page.contents} hasLedger={false} />
      <article className="article">
        <p className="kicker">
          <Link href={`/topics/${topicSlug(page.topic)}`} prefetch={false}>
            {page.topic}
          </Link>
        </p>
        {articleBody(page, now)}
        <TermNotes terms={page.terms} />
        <ArticleCorrections slug={page.slug} />
        <ArticleSources page={page} now />
        <PrintNotes page={nowPrinted(now)} />
      </article>
    </div>
  );
}

async function findNow(params: NowProps["params"]) {
  return getArticleNow((await params).slug);
}
