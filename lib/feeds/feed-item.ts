/** One article as a feed carries it. */
export interface ArticleFeedItem {
  /** Never changes, and says nothing about the address: an article may move. */
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly dek: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
  readonly updated: string;
  readonly byline: string;
  readonly topic: string;
  /** The whole article as HTML; charts are `<img>` with width, height and alt. Addresses may be relative to the site. */
  readonly html: string;
}

/**
 * The item's permanent name: a `tag:` URI (RFC 4151) of the article's id. Its authority is fixed, so that moving the
 * site to another host does not show subscribers every article again.
 */
export function feedItemId({ id }: Pick<ArticleFeedItem, "id">): string {
  return `tag:tickmark,2026:article:${encodeURIComponent(id)}`;
}
