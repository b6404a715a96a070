import type { Article } from "#lib/articles/article";
import type { Place, Problem } from "#lib/series/problem";

/** The names that the folder of an article had before, each with its place. */
export interface FormerNames {
  readonly slug: string;
  readonly former: readonly { readonly name: string; readonly at: Place }[];
}

export function formerNames({
  slug,
  frontmatter,
  fieldPlace,
}: Pick<Article, "slug" | "frontmatter" | "fieldPlace">): FormerNames {
  const former = frontmatter.formerly.map((name, position) => ({
    name,
    at: fieldPlace(["formerly", position]),
  }));
  return { slug, former };
}

/**
 * An address leads to one place: a name in `formerly` is that of no folder, and of no other article. `slugs` are all folders.
 * Problem: `former-address`.
 */
export function checkFormer(articles: readonly FormerNames[], slugs: readonly string[]): Problem[] {
  const taken = new Map(slugs.map((slug) => [slug, `the folder ${slug}`]));
  return articles.flatMap(({ slug, former }) =>
    former.flatMap(({ name, at }): Problem[] => {
      const other = name === slug ? "its own folder" : taken.get(name);
      taken.set(name, other ?? `a former name of ${slug}`);
      if (other === undefined) return [];
      return [
        {
          kind: "former-address",
          message: `\`formerly\` has "${name}", which is ${other}: its address leads there`,
          at,
          fix: "take it out of `formerly`, or rename the other",
        },
      ];
    }),
  );
}
