import Link from "next/link";
import type { DataPage } from "#lib/site/data-page";
import type { SeriesUse } from "#lib/site/data-uses";
import { Tick, tickOf, tickWords } from "../tick/tick.tsx";

/** The sentences of articles that rest on the series, each with how it stands and a link to its receipt. */
export function SeriesUses({ page: { uses } }: { page: DataPage }) {
  const articles = new Map(uses.map(({ article }) => [article.slug, article.title]));
  return (
    <section aria-labelledby="uses">
      <h2 id="uses">Where it is used</h2>
      {uses.length === 0 ? <p>No claim of an article rests on this series yet.</p> : null}
      {[...articles].map(([slug, title]) => (
        <div key={slug}>
          <h3>
            <Link href={`/articles/${slug}`} prefetch={false}>
              {title}
            </Link>
          </h3>
          <ul className="data-uses">
            {uses
              .filter(({ article }) => article.slug === slug)
              .map((use) => (
                <Use key={use.path} use={use} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Use({ use }: { use: SeriesUse }) {
  const { before, claim, after } = use.sentence;
  const kind = tickOf(use);
  return (
    <li>
      <Tick kind={kind} />
      <span>
        {before}
        <Link href={use.path} prefetch={false}>
          {claim}
        </Link>
        {after} <span className="label">{tickWords[kind]}</span>
      </span>
    </li>
  );
}
