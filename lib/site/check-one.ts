import type { Article } from "#lib/articles/article";
import { checkArticle, type CheckedArticle } from "#lib/articles/check-article";
import { checkBeside } from "#lib/articles/check-beside";
import { checkCorrections } from "#lib/articles/check-corrections";
import { checkVintages } from "#lib/articles/check-vintages";
import { checkLock } from "#lib/articles/claims-lock";
import { heldDays, type HeldDays } from "#lib/articles/held-days";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
import { checkStyle } from "#lib/style/check-style";
import { checkCharts } from "./check-charts.ts";
import { checkShows } from "./check-shows.ts";
import { checkTerms } from "./check-terms.ts";
import type { Words } from "./load-words.ts";
import { checkTopic } from "./topics.ts";

/** What articles are held against. */
export interface CheckSetting extends Words {
  readonly reader: SeriesReader;
  readonly heldVintages: readonly Vintage[];
  /** Their days, for who takes down what is asked of them. */
  readonly held?: HeldDays;
  /** The folder with articles/ and charts/. */
  readonly folder: string;
}

/** Everything the gate asks of one article that could be read. */
export async function checkOne(
  article: Article,
  setting: CheckSetting,
): Promise<{ checked: CheckedArticle; problems: Problem[] }> {
  const { checked, problems } = await checkArticleText(article, setting);
  const beside = [
    ...(await checkBeside(article)),
    // Marks in a part that could not be read are not lost.
    ...(article.complete ? await checkLock(article) : []),
  ];
  return { checked, problems: [...problems, ...beside] };
}

/** The same of a text that has no folder of its own. */
export async function checkArticleText(
  article: Article,
  setting: CheckSetting,
): Promise<{ checked: CheckedArticle; problems: Problem[] }> {
  const { reader, heldVintages, held, nouns, glossary, topics, style } = setting;
  const { topic, unread } = article.frontmatter;
  const checked = await checkArticle(article, reader, nouns);
  const problems = [
    ...checked.problems,
    ...checkVintages(checked, held ?? heldDays(heldVintages)),
    ...checkCorrections(article),
    ...checkTerms(article, glossary),
    ...(topics === null || unread.has("topic")
      ? []
      : checkTopic(topic, topics, article.fieldPlace(["topic"]))),
    ...(await checkCharts(article, setting)),
    ...(await checkShows(article, setting)),
    ...(style === null ? [] : await checkStyle(article, style, reader)),
  ];
  return { checked, problems };
}
