import type { Problem } from "#lib/series/problem";

/** Feed readers know an article by its id: two with one id would hide one another. */
export function checkIds(articles: readonly { id: string; file: string }[]): Problem[] {
  const first = new Map<string, string>();
  return articles.flatMap(({ id, file }) => {
    const other = first.get(id);
    first.set(id, other ?? file);
    if (other === undefined) return [];
    return [
      {
        kind: "article-id",
        message: `the id "${id}" is that of ${other}`,
        at: { file, line: 1, column: 1 },
        fix: "give each article an id of its own, and never change it",
      },
    ];
  });
}
