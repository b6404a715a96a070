import type { Metadata } from "next";
import Link from "next/link";
import { NoSuchArticle } from "../../../_components/article/no-such-article.tsx";
import { AnswerLedger } from "../../../_components/history/answer-ledger.tsx";
import { HistoryEvents } from "../../../_components/history/history-events.tsx";
import { alternatesOf } from "../../../_components/site/alternates.ts";
import { listArticles } from "../../../_data/article.ts";
import { getArticleHistory } from "../../../_data/article-history.ts";
import { madeFromArticle } from "../../../_data/made-from.ts";
import { followMoved } from "../../../_data/moved.ts";
import "../../../_styles/area-and-release.css";
import "../../../_styles/history.css";

interface HistoryProps {
  readonly params: Promise<{ slug: string }>;
}

/** Made ahead; one that comes later, when somebody first asks for it. */
export async function generateStaticParams() {
  return (await listArticles()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: HistoryProps): Promise<Metadata> {
  const history = await getArticleHistory((await params).slug);
  if (history === null) return { title: "No such article" };
  const { slug, headline } = history.article;
  return {
    ...(await madeFromArticle(slug)),
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
  if (history === null) {
    await followMoved(slug, "/history");
    return <NoSuchArticle />;
  }
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
