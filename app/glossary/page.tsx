import type { Metadata } from "next";
import Link from "next/link";
import { searchPath } from "#lib/site/search-found";
import { alternatesOf } from "../_components/site/alternates.ts";
import { getGlossary } from "../_data/glossary.ts";
import "../_styles/glossary.css";

export const metadata: Metadata = {
  title: "Glossary",
  description:
    "The words of the Treasury’s cross-border statistics, explained: holdings, net purchases, valuation change, custodial bias, vintage and others.",
  alternates: alternatesOf("/glossary"),
};

/** Every term, by name. Articles open them where they stand; without JavaScript they lead here. */
export default async function GlossaryPage() {
  const terms = await getGlossary();
  return (
    <div className="glossary">
      <header className="glossary-head">
        <p className="kicker">In our own words</p>
        <h1>Glossary</h1>
        <p className="dek">
          What the words of these statistics mean. Most wrong sentences about them have the right
          figure and the wrong noun.
        </p>
      </header>
      <nav className="jump" aria-label="Terms">
        <ul>
          {terms.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <dl className="glossary-terms">
        {terms.map(({ id, name, also, definition, see, articles }) => (
          <div key={id} id={id} className="glossary-term">
            <dt>
              {name}
              {also.length === 0 ? null : <span>also {also.join(", ")}</span>}
            </dt>
            <dd>
              <p>{definition}</p>
              <ul className="glossary-ways">
                {see.map((other) => (
                  <li key={other.id}>
                    <a href={`#${other.id}`}>{other.name}</a>
                  </li>
                ))}
                {articles.map(({ slug, headline }) => (
                  <li key={slug}>
                    in{" "}
                    <Link href={`/articles/${slug}`} prefetch={false}>
                      {headline}
                    </Link>
                  </li>
                ))}
                <li>
                  <Link href={searchPath(name)} prefetch={false}>
                    Search for it
                  </Link>
                </li>
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
