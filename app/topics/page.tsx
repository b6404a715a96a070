import type { Metadata } from "next";
import Link from "next/link";
import { alternatesOf } from "../_components/site/alternates.ts";
import { TopicArticles } from "../_components/topic/topic-articles.tsx";
import { getTopics } from "../_data/topic.ts";
import "../_styles/topic.css";

export const metadata: Metadata = {
  title: "Topics",
  description: "What the articles are about.",
  alternates: alternatesOf("/topics"),
};

/** Every topic with its newest articles. */
export default async function TopicsPage() {
  const topics = await getTopics();
  return (
    <div className="topics">
      <header className="topic-head">
        <p className="kicker">What we write about</p>
        <h1>Topics</h1>
      </header>
      {topics.map(({ slug, name, description, articles }) => (
        <section key={slug} className="topic-part" aria-labelledby={slug}>
          <h2 id={slug}>
            <Link href={`/topics/${slug}`} prefetch={false}>
              {name}
            </Link>
          </h2>
          <p className="topic-description">{description}</p>
          <TopicArticles articles={articles.slice(0, 3)} />
        </section>
      ))}
    </div>
  );
}
