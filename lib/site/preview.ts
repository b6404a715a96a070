import path from "node:path";
import type { Card } from "#lib/charts/card";
import { contentFolder } from "#lib/charts/content-folder";
import type { PlannedEntry } from "#lib/feeds/feed";
import type { Problem } from "#lib/series/problem";
import type { Store } from "#lib/store/store";
import { articleCard } from "./article-card.ts";
import { contentState, digest, type ContentState } from "./content-state.ts";
import { outsideRequests } from "./outside-requests.ts";
import { correctionsOf } from "./corrections.ts";
import { articleEntries } from "./feed-articles.ts";
import { drawFeedPicture } from "./feed-picture.ts";
import { listClaims, vintagesRead } from "./preview-claims.ts";
import { createListing, type ListedArticle } from "./preview-list.ts";
import { lookAt, type Look } from "./preview-look.ts";
import {
  publicationAt,
  type ArticlePreview,
  type PreviewProblem,
  type ReadArticle,
} from "./preview-page.ts";
import { receiptPaths } from "./receipt-path.ts";
import { keepSetting, type PreviewSetting } from "./preview-setting.ts";

/** Articles as their editors see them: whatever their state, and whatever is wrong with them. */
export interface Previews {
  /** Every article, those that are not published first. */
  list(): Promise<readonly ListedArticle[]>;
  /** Null when there is no such article, and never was. `at` is a day to read its claims at besides. */
  article(slug: string, at: string | null): Promise<ArticlePreview | null>;
  /** What feeds will have of it: the article, then its corrections; null when nothing can be made of it. */
  entries(slug: string): Promise<readonly PlannedEntry[] | null>;
  /** What its social card will say; null when nothing can be made of it. */
  card(slug: string): Promise<Card | null>;
  /** Changes when a file does that the article is made of. Cheap: it is asked several times a second. */
  stateOf(slug: string): string;
}

/** What is kept of one article. */
interface Kept {
  /** Names all that it was made of. */
  readonly mark: string;
  /** The same of the files alone, before they were read: who follows them compares it with what they are now. */
  readonly files: string;
  readonly at: string;
  readonly seen: Promise<Seen>;
}

interface Seen {
  readonly look: Look;
  /** The last look of which something can be shown. */
  readonly good: Look | null;
  /** Since when that is an earlier one. */
  readonly staleSince: string | null;
}

/** More articles than anybody writes at a time; of others nothing is kept. */
const mostKept = 8;

/** Opens the previews of a folder of content over a store. `now` tells the time. */
export function openPreviews(
  store: Store,
  folder = contentFolder,
  now: () => Date = () => new Date(),
): Previews {
  const settingNow = keepSetting(store, folder, now);
  const listAll = createListing(folder, now);
  const kept = new Map<string, Kept>();

  async function look(
    slug: string,
  ): Promise<(Seen & { readonly setting: PreviewSetting; readonly state: Kept }) | null> {
    if (!contentState(folder).articles.has(slug) && !kept.has(slug)) return null;
    const setting = await outsideRequests(settingNow);
    const files = stateOf(slug);
    const mark = `${setting.mark} ${files}`;
    const last = kept.get(slug);
    const at = now().toISOString();
    const state =
      last?.mark === mark
        ? last
        : { mark, files, at, seen: outsideRequests(() => see(slug, setting, last, at)) };
    kept.delete(slug);
    kept.set(slug, state);
    for (const [oldest] of kept) if (kept.size > mostKept) kept.delete(oldest);
    state.seen.catch(() => {
      if (kept.get(slug) === state) kept.delete(slug);
    });
    return { ...(await state.seen), setting, state };
  }

  async function see(
    slug: string,
    setting: PreviewSetting,
    last: Kept | undefined,
    at: string,
  ): Promise<Seen> {
    const before = await last?.seen.catch(() => null);
    const looked = await lookAt(slug, setting, before?.good?.receipts ?? new Map());
    if (looked.made !== null) return { look: looked, good: looked, staleSince: null };
    const good = before?.good ?? null;
    return { look: looked, good, staleSince: good && (before?.staleSince ?? at) };
  }

  async function madeOf(slug: string) {
    const found = await look(slug);
    const made = found?.good?.made;
    return found && made ? { setting: found.setting, made } : null;
  }

  return {
    list: async () => listAll(await outsideRequests(settingNow)),
    async article(slug, at) {
      const found = await look(slug);
      if (found === null) return null;
      const { setting, state, look: looked, good, staleSince } = found;
      const { appears } = contentState(folder).articles.get(slug) ?? { appears: "" };
      const placed = looked.made?.marked.placed ?? new Set();
      const file = path.join(folder, "articles", slug, "index.mdx");
      return {
        ...{ slug, file, mark: state.files, at: state.at, staleSince },
        publication: publicationAt(appears, now()),
        problems: looked.problems.map((one, index) => describe(one, index + 1, file, placed)),
        read: good && (await readOf(good, setting, at)),
      };
    },
    async entries(slug) {
      const found = await madeOf(slug);
      if (found === null) return null;
      const { article, claims } = found.made.checked;
      const receipts = receiptPaths(
        slug,
        claims.map(({ claim }) => claim),
      );
      const page = { receipts, charts: found.made.page.charts };
      const whole = () => Promise.resolve({ article, page });
      return articleEntries([{ heading: article, whole }], (view) =>
        drawFeedPicture(view, found.setting.reader),
      );
    },
    async card(slug) {
      const found = await madeOf(slug);
      return found === null
        ? null
        : articleCard(found.made.page, Object.values(found.made.page.charts));
    },
    stateOf,
  };

  function stateOf(slug: string): string {
    const state = contentState(folder);
    return `${state.shared} ${facesOf(state)} ${state.articles.get(slug)?.mark ?? ""}`;
  }

  async function readOf(
    { made }: Look,
    { heldVintages, revisions }: PreviewSetting,
    at: string | null,
  ): Promise<ReadArticle | null> {
    if (made === null) return null;
    const { checked, marked, page } = made;
    const { article } = checked;
    const vintages = vintagesRead(checked.claims, heldVintages);
    const other = vintages.filter((day) => day !== article.frontmatter.asOf);
    const readAt = other.find((day) => day === at) ?? null;
    return {
      page,
      body: marked.tree,
      corrections: correctionsOf([article]),
      claims: await listClaims(checked, marked.claims, readAt, revisions),
      vintages,
      readAt,
    };
  }
}

const faces = new WeakMap<ContentState, string>();

/** Changes with what articles go by of one another: what an article may link to, and what is its own alone. */
function facesOf(state: ContentState): string {
  const known = faces.get(state) ?? digest([...state.articles].map(faceOf).join("\n"));
  faces.set(state, known);
  return known;
}

function faceOf([slug, { face }]: readonly [string, { readonly face: string }]): string {
  return `${slug} ${face}`;
}

function describe(
  { kind, message, at, fix }: Problem,
  number: number,
  file: string,
  placed: ReadonlySet<number>,
): PreviewProblem {
  const place = `${at.line}:${at.column}`;
  return {
    ...{ number, kind, message, fix: fix ?? null },
    place: at.file === file ? place : `${at.file}:${place}`,
    isInText: placed.has(number),
  };
}
