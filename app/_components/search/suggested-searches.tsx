import { searchPath } from "#lib/site/search-found";

/** Searches that find something, as links. */
export function SuggestedSearches({
  title,
  searches,
}: {
  title: string;
  searches: readonly string[];
}) {
  return (
    <section className="search-suggested" aria-labelledby="suggested">
      <h2 id="suggested">{title}</h2>
      <ul>
        {searches.map((text) => (
          <li key={text}>
            <a href={searchPath(text)}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
