import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AnswerLedger } from "../../../_components/history/answer-ledger.tsx";
import { HistoryEvents } from "../../../_components/history/history-events.tsx";
import { alternatesOf } from "../../../_components/site/alternates.ts";
import { listArticles } from "../../../_data/article.ts";
import { getArticleHistory } from "../../../_data/article-history.ts";
import "../../../_styles/area-and-release.css";
import "../../../_styles/history.css";

interface HistoryProps {
  readonly params: Promise<{ slug: string }>;
}

export async function generateStaticParams() {
  return (await listArticles()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: HistoryProps): Promise<Metadata> {
  const history = await getArticleHistory((await params).slug);
  if (history === null) return {};
  const { slug, headline } = history.article;
  return {
    title: `The history of “${headline}”`,
    description:
      "What was published, corrected and read again, and what each vintage of the figures says of every claim.",
    alternates: alternatesOf(`/articles/${slug}/history`),
  };
}

/** What has happened to an article, newest first, and what each vintage answers to every claim. */
export default async function HistoryPage({ params }: HistoryProps) {
  const { slug } = await params;
  const history = await getArticleHistory(slug);
  if (history === null) notFound();
  return (
    <article className="register history-page">
      <header className="register-head">
        <p className="kicker">The history</p>
        <h1>
          <Link href={`/articles/${slug}`} prefetch={false}>
            {history.article.headline}
          </Link>
        </h1>
        <p className="dek">
          What was published, corrected and read again, and what each vintage of the figures says of
          every claim.
        </p>
      </header>
      <section aria-labelledby="events">
        <h2 id="events">Day by day</h2>
        <HistoryEvents events={history.events} />
      </section>
      <section aria-labelledby="answers">
        <h2 id="answers">Vintage by vintage</h2>
        <AnswerLedger history={history} />
      </section>
    </article>
  );
}
