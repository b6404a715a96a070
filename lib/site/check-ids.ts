import type { Article } from "#lib/articles/article";
import type { Place, Problem } from "#lib/series/problem";

/** The id that an article gives itself, and where; null where it could not be read. */
export interface NamedId {
  readonly id: string | null;
  readonly at: Place;
}

export function namedId({
  frontmatter,
  fieldPlace,
}: Pick<Article, "frontmatter" | "fieldPlace">): NamedId {
  const { id, unread } = frontmatter;
  return { id: unread.has("id") ? null : id, at: fieldPlace(["id"]) };
}

/** Feed readers know an article by its id: two with one id would hide one another. */
export function checkIds(articles: readonly NamedId[]): Problem[] {
  const first = new Map<string, string>();
  return articles.flatMap(({ id, at }) => {
    if (id === null) return [];
    const other = first.get(id);
    first.set(id, other ?? at.file);
    if (other === undefined) return [];
    return [
      {
        kind: "article-id",
        message: `the id "${id}" is that of ${other}`,
        at,
        fix: "give each article an id of its own, and never change it",
      },
    ];
  });
}
