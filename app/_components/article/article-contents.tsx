import type { ArticlePage } from "#lib/site/article-page";

/** The article's sections, for the outer column. */
export function ArticleContents({ contents }: Pick<ArticlePage, "contents">) {
  if (contents.length === 0) return null;
  return (
    <nav className="contents" aria-labelledby="contents-label">
      <p className="label" id="contents-label">
        In this article
      </p>
      <ol>
        {contents.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
        <li>
          <a href="#sources">Sources and checks</a>
        </li>
      </ol>
    </nav>
  );
}
