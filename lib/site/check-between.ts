import type { Article } from "#lib/articles/article";
import { checkTimes, toldChanges, type ToldChange } from "#lib/articles/check-times";
import type { Problem } from "#lib/series/problem";
import { checkArticleLinks, linkedArticle, type LinkedArticle } from "#lib/style/article-links";
import { checkFormer, formerNames, type FormerNames } from "./check-former.ts";
import { checkIds, namedId, type NamedId } from "./check-ids.ts";

/**
 * What an article is to the others and to the time of day: its id, the names that its folder had before, its headings and the
 * articles that it links to, and when it says that it was changed.
 */
export interface ArticleAmongOthers {
  readonly named: NamedId;
  readonly former: FormerNames["former"];
  readonly linked: LinkedArticle;
  readonly told: readonly ToldChange[];
}

export function amongOthers(article: Article): ArticleAmongOthers {
  return {
    named: namedId(article),
    former: formerNames(article).former,
    linked: linkedArticle(article),
    told: toldChanges(article),
  };
}

/** What the rules between articles go by besides. */
export interface BetweenSetting {
  /** The articles that are known, and that nothing is held against here. */
  readonly others: readonly ArticleAmongOthers[];
  /** From when on each article that there is a folder of is seen; null for a draft. */
  readonly appears: ReadonlyMap<string, string | null>;
  readonly now: Date;
}

/** What keeps articles from standing beside one another and beside others: ids, former addresses, links to what is not there, and changes that are to come. */
export function checkBetween(
  articles: readonly ArticleAmongOthers[],
  setting: BetweenSetting,
): Problem[] {
  const all = [...setting.others, ...articles];
  const asked = new Set(articles.map(({ named }) => named.at.file));
  const twice = [
    ...checkIds(all.map(({ named }) => named)),
    ...checkFormer(all.map(namesOf), [...setting.appears.keys()]),
  ];
  return [
    // Of two that clash the later is told: these come behind the others.
    ...twice.filter(({ at }) => asked.has(at.file)),
    ...checkLinks(articles, all, setting),
    ...checkTimes(
      articles.flatMap(({ told }) => told),
      setting.now,
    ),
  ];
}

/** Links of the others to one article, as it is to be, that lead nowhere. Those of drafts may. */
export function checkLinksTo(article: ArticleAmongOthers, setting: BetweenSetting): Problem[] {
  const names = [article.linked.slug, ...article.former.map(({ name }) => name)];
  const linking = setting.others.flatMap(({ linked, ...other }) => {
    const links = linked.links.filter(({ slug }) => names.includes(slug));
    return setting.appears.get(linked.slug) === null
      ? []
      : [{ ...other, linked: { ...linked, links } }];
  });
  return checkLinks(linking, [...setting.others, article], setting);
}

function checkLinks(
  from: readonly ArticleAmongOthers[],
  all: readonly ArticleAmongOthers[],
  { appears, now }: BetweenSetting,
): Problem[] {
  return checkArticleLinks(
    from.map(({ linked }) => linked),
    {
      ...{ appears, now, articles: all.map(({ linked }) => linked) },
      moved: new Map(
        all.map(namesOf).flatMap(({ slug, former }) => former.map(({ name }) => [name, slug])),
      ),
    },
  );
}

function namesOf({ linked: { slug }, former }: ArticleAmongOthers): FormerNames {
  return { slug, former };
}
