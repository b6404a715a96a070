import type { ArticlePage } from "#lib/site/article-page";

interface ContentsProps extends Pick<ArticlePage, "contents"> {
  /** Whether the page ends with the ledger of the article's claims. */
  readonly hasLedger: boolean;
}

/** The article's sections, for the outer column. */
export function ArticleContents({ contents, hasLedger }: ContentsProps) {
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
        {hasLedger ? (
          <li>
            <a href="#ledger">The ledger</a>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}
