import { coverageOf, type Coverage } from "#lib/articles/coverage";
import { contentState } from "./content-state.ts";
import { inspect } from "./preview-look.ts";
import { publicationAt, type Publication } from "./preview-page.ts";
import type { PreviewSetting } from "./preview-setting.ts";

/** An article in the list of all. */
export interface ListedArticle {
  readonly slug: string;
  /** Null where its frontmatter cannot be read, and does not say that it is a draft. */
  readonly publication: Publication | null;
  /** What was found in it; null when it has not been looked at yet. */
  readonly found: {
    /** Null where it could not be read. */
    readonly headline: string | null;
    readonly coverage: Coverage | null;
    readonly problems: number;
    /** The first of them. */
    readonly first: string | null;
  } | null;
}

type Found = NonNullable<ListedArticle["found"]>;

/** So long, in milliseconds, a list looks at what has changed; the rest comes the next time. */
const patience = 2_000;

/** Lists all articles of a folder: drafts first, then scheduled ones, then published ones, the newest first. */
export function createListing(folder: string, now: () => Date) {
  const kept = new Map<string, { readonly mark: string; readonly found: Found }>();
  return async (setting: PreviewSetting): Promise<ListedArticle[]> => {
    const { articles } = contentState(folder);
    for (const slug of kept.keys()) if (!articles.has(slug)) kept.delete(slug);
    const until = performance.now() + patience;
    const listed: ListedArticle[] = [];
    const states = [...articles].map(([slug, { appears, mark }]) => {
      return { slug, mark: `${setting.mark} ${mark}`, publication: publicationAt(appears, now()) };
    });
    for (const { slug, mark, publication } of states.sort(byState)) {
      const known = kept.get(slug);
      if (known?.mark !== mark && performance.now() < until) {
        kept.set(slug, { mark, found: await findIn(slug, setting) });
      }
      const last = kept.get(slug);
      listed.push({ slug, publication, found: last?.mark === mark ? last.found : null });
    }
    return listed;
  };
}

async function findIn(slug: string, setting: PreviewSetting): Promise<Found> {
  const { checked, problems } = await inspect(slug, setting);
  return {
    headline: checked?.article.headline ?? null,
    coverage: checked && coverageOf(checked, problems),
    problems: problems.length,
    first: problems[0]?.message ?? null,
  };
}

interface WithState {
  readonly slug: string;
  readonly publication: Publication | null;
}

const order = ["draft", "scheduled", "published"];

function byState(left: WithState, right: WithState): number {
  const rank = ({ publication }: WithState) => order.indexOf(publication?.state ?? "");
  return (
    rank(left) - rank(right) ||
    appearsOf(right).localeCompare(appearsOf(left), "en") ||
    left.slug.localeCompare(right.slug, "en")
  );
}

function appearsOf({ publication }: WithState): string {
  return publication === null || publication.state === "draft" ? "" : publication.appears;
}
