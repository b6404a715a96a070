import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { loadArticle, type ChartHeadline } from "#lib/articles/article";
import { withoutByteOrderMark } from "#lib/articles/byte-order-mark";
import { cutFrontmatter } from "#lib/articles/cut-frontmatter";
import { parseFrontmatter } from "#lib/articles/frontmatter";
import { readFileIfThere } from "#lib/charts/read-file-if-there";
import type { Problem } from "#lib/series/problem";
import { amongOthers, checkBetween, type ArticleAmongOthers } from "./check-between.ts";
import { formerNames } from "./check-former.ts";
import { namedId } from "./check-ids.ts";
import { contentState } from "./content-state.ts";

/** What is wrong with an article beside the others of its folder, as the gate tells it. */
export type FindBetween = (
  article: ArticleAmongOthers,
  headlines: ReadonlyMap<string, ChartHeadline>,
) => Promise<Problem[]>;

/** An article as the others see it: by its frontmatter, and by its headings only where somebody links to it. */
interface Known {
  readonly mark: string;
  readonly isWhole: boolean;
  /** Null where its frontmatter cannot be read. */
  readonly among: ArticleAmongOthers | null;
}

/**
 * Holds articles against the others of a folder, each of which is read again only when it changes. Of most only the frontmatter is
 * read, since an editor waits for the answer.
 */
export function openBetween(folder: string, now: () => Date): FindBetween {
  const articles = path.join(folder, "articles");
  const kept = new Map<string, Known>();

  async function read(slug: string, mark: string, headlines: Headlines | null) {
    const known = kept.get(slug);
    if (known?.mark === mark && (known.isWhole || headlines === null)) return known.among;
    const among =
      headlines === null ? await readHead(articles, slug) : await readWhole(slug, headlines);
    kept.set(slug, { mark, isWhole: headlines !== null, among });
    await nextTurn();
    return among;
  }

  async function readWhole(slug: string, headlines: Headlines) {
    const { article } = await loadArticle(articles, slug, headlines);
    return article && amongOthers(article);
  }

  return async (article, headlines) => {
    const state = contentState(folder).articles;
    for (const slug of kept.keys()) if (!state.has(slug)) kept.delete(slug);
    const beside = new Map<string, ArticleAmongOthers>();
    for (const [slug, { mark }] of state) {
      const other = slug === article.linked.slug ? article : await read(slug, mark, null);
      if (other !== null) beside.set(slug, other);
    }
    for (const slug of linkedFrom(article, beside.values())) {
      const { mark } = state.get(slug) ?? {};
      const other = mark === undefined ? null : await read(slug, mark, headlines);
      if (other !== null) beside.set(slug, other);
    }
    const appears = new Map([...state].map(([slug, one]) => [slug, one.appears]));
    const isDraft = (slug: string) => appears.get(slug) === null;
    const of = (wanted: boolean) =>
      [...beside].flatMap(([slug, other]) => (isDraft(slug) === wanted ? [other] : []));
    // As the gate does: of two that clash the draft is the one to change.
    const [asked, others] = isDraft(article.linked.slug) ? [of(true), of(false)] : [of(false), []];
    const found = checkBetween(asked, { others, appears, now: now() });
    return found.filter(({ at }) => at.file === article.named.at.file);
  };
}

type Headlines = ReadonlyMap<string, ChartHeadline>;

async function readHead(folder: string, slug: string): Promise<ArticleAmongOthers | null> {
  const file = path.join(folder, slug, "index.mdx");
  const source = await readFileIfThere(file);
  if (source === null) return null;
  const { yaml } = cutFrontmatter(withoutByteOrderMark(source), file);
  if (yaml === null) return null;
  const { frontmatter, placeOf } = parseFrontmatter(yaml, file, 2);
  if (frontmatter === null) return null;
  const head = { slug, frontmatter, fieldPlace: placeOf };
  return {
    named: namedId(head),
    former: formerNames(head).former,
    // What it links to and tells is for who looks at it.
    linked: { slug, anchors: [], links: [] },
    told: [],
  };
}

/** The articles that one links to, by the names of their folders now. */
function linkedFrom(
  { linked }: ArticleAmongOthers,
  others: Iterable<ArticleAmongOthers>,
): ReadonlySet<string> {
  const moved = new Map(
    [...others].flatMap(({ former, linked: { slug } }) => former.map(({ name }) => [name, slug])),
  );
  const names = linked.links.map(({ slug }) => moved.get(slug) ?? slug);
  return new Set(names.filter((slug) => slug !== linked.slug));
}
