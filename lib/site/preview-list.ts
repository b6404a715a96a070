import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { coverageOf, type Coverage } from "#lib/articles/coverage";
import { contentState } from "./content-state.ts";
import { outsideRequests } from "./outside-requests.ts";
import { allProblems, inspect, type Inspected } from "./preview-look.ts";
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

/** So long, in milliseconds, a list waits for what has changed; the rest is looked at meanwhile, and is there the next time. */
const patience = 2_000;

/** What was found in an article by itself. */
interface Kept extends Omit<Found, "problems" | "first"> {
  readonly mark: string;
  readonly inspected: Pick<Inspected, "problems" | "among">;
}

interface Wanted extends WithState {
  readonly mark: string;
}

/** Lists all articles of a folder: drafts first, then scheduled ones, then published ones, the newest first. */
export function createListing(folder: string, now: () => Date, waits = patience) {
  const kept = new Map<string, Kept>();
  let wanted: readonly Wanted[] = [];
  let working: Promise<void> | undefined;

  /** Looks at what is wanted, one after the other; who asks meanwhile says what is wanted now. */
  async function work(setting: PreviewSetting): Promise<void> {
    for (let next = wanted[0]; next !== undefined; next = wanted[0]) {
      const { slug, mark } = next;
      wanted = wanted.slice(1);
      if (kept.get(slug)?.mark !== mark)
        kept.set(slug, { mark, ...(await lookAtOne(slug, setting)) });
      await nextTurn();
    }
  }

  return async (setting: PreviewSetting): Promise<ListedArticle[]> => {
    const { articles } = contentState(folder);
    for (const slug of kept.keys()) if (!articles.has(slug)) kept.delete(slug);
    const all = [...articles]
      .map(([slug, { appears, mark }]): Wanted => {
        const publication = publicationAt(appears, now());
        return { slug, mark: `${setting.mark} ${mark}`, publication };
      })
      .sort(byState);
    wanted = all.filter(({ slug, mark }) => kept.get(slug)?.mark !== mark);
    working ??= outsideRequests(() => work(setting)).finally(() => (working = undefined));
    await Promise.race([working, wait(waits, undefined, { ref: false })]);
    return Promise.all(
      all.map(async ({ slug, mark, publication }) => {
        const known = kept.get(slug);
        const found = known?.mark === mark ? await foundIn(known, setting) : null;
        return { slug, publication, found };
      }),
    );
  };
}

async function lookAtOne(slug: string, setting: PreviewSetting): Promise<Omit<Kept, "mark">> {
  const { checked, problems, among } = await inspect(slug, setting);
  return {
    headline: checked?.article.headline ?? null,
    coverage: checked && coverageOf(checked, problems),
    inspected: { problems, among },
  };
}

async function foundIn(
  { headline, coverage, inspected }: Kept,
  setting: PreviewSetting,
): Promise<Found> {
  const problems = await allProblems(inspected, setting);
  return { headline, coverage, problems: problems.length, first: problems[0]?.message ?? null };
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
