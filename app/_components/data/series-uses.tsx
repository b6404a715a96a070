import Link from "next/link";
import type { DataPage } from "#lib/site/data-page";
import type { SeriesUse } from "#lib/site/data-uses";
import { Tick, tickOf, tickWords } from "../tick/tick.tsx";

/** The sentences of articles that rest on the series, each claim with how it stands and a link to its receipt. */
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
              .map((use, index) => (
                <Use key={index} use={use} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Use({ use: { parts } }: { use: SeriesUse }) {
  const claims = parts.filter((part) => typeof part !== "string");
  const kinds = [...new Set(claims.map(tickOf))];
  const [kind] = kinds;
  return (
    <li>
      <span>
        {kinds.map((one) => (
          <Tick key={one} kind={one} />
        ))}
      </span>
      <span>
        {parts.map((part) =>
          typeof part === "string" ? (
            part
          ) : (
            <Link key={part.path} href={part.path} prefetch={false}>
              {part.text}
            </Link>
          ),
        )}{" "}
        {kinds.length === 1 && kind !== undefined ? (
          <span className="label">{tickWords[kind]}</span>
        ) : (
          claims.map((claim) => (
            <span key={claim.path} className="label">
              {claim.text}: {tickWords[tickOf(claim)].toLowerCase()}
            </span>
          ))
        )}
      </span>
    </li>
  );
}
