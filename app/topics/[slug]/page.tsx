import type { Metadata } from "next";
import Link from "next/link";
import { ReleaseFigures } from "../../_components/home/release-figures.tsx";
import { feedPath } from "#lib/feeds/feed-path";
import { topicSubject } from "#lib/feeds/subjects";
import { alternatesOf } from "../../_components/site/alternates.ts";
import { NoSuchTopic } from "../../_components/topic/no-such-topic.tsx";
import { TopicArticles } from "../../_components/topic/topic-articles.tsx";
import { getTopic, getTopics } from "../../_data/topic.ts";
import "../../_styles/topic.css";

interface TopicProps {
  readonly params: Promise<{ slug: string }>;
}

/** Made ahead; one that comes later, when somebody first asks for it. */
export async function generateStaticParams() {
  return (await getTopics()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: TopicProps): Promise<Metadata> {
  const topic = await getTopic((await params).slug);
  if (topic === null) return { title: "No such topic" };
  return {
    title: topic.name,
    description: topic.description,
    alternates: alternatesOf(`/topics/${topic.slug}`, topicSubject(topic)),
  };
}

/** A topic: its articles, the newest figures of the releases they read, their charts. */
export default async function TopicRoute({ params }: TopicProps) {
  const topic = await getTopic((await params).slug);
  if (topic === null) return <NoSuchTopic />;
  const { name, description, articles, releases, charts } = topic;
  return (
    <div className="topics">
      <header className="topic-head">
        <p className="kicker">
          <Link href="/topics" prefetch={false}>
            Topics
          </Link>
        </p>
        <h1>{name}</h1>
        <p className="dek">{description}</p>
      </header>
      <div className="topic-zones">
        <section aria-labelledby="topic-articles">
          <h2 id="topic-articles" className="topic-label">
            Articles
          </h2>
          <TopicArticles articles={articles} />
          <p className="topic-feed">
            <a href={feedPath(topicSubject(topic).path, "atom")}>Feed of this topic</a>
          </p>
          {charts.length === 0 ? null : (
            <>
              <h2 className="topic-label">Charts</h2>
              <ul className="topic-charts">
                {charts.map(({ id, headline }) => (
                  <li key={id}>
                    <Link href={`/charts/${id}`} prefetch={false}>
                      {headline}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <div className="front-side">
          {releases
            .filter(({ figures }) => figures.length > 0)
            .map((release) => (
              <ReleaseFigures key={release.release} kicker="The newest figures" release={release} />
            ))}
        </div>
      </div>
    </div>
  );
}
