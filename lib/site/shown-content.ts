import { digest, type ArticleFiles, type ContentState } from "./content-state.ts";

/** What of the content readers see at a moment, by names that change with it. */
export interface ShownContent {
  /** Changes when anything does that readers see. */
  readonly mark: string;
  /** What the pages of one article rest on, by its slug; null when readers do not see it. */
  markOf(slug: string): string | null;
  has(slug: string): boolean;
}

/** What readers see at `now`: no draft, and nothing that appears later. Cheap: it is asked every second. */
export function shownContent(state: ContentState, now: Date): ShownContent {
  const instant = now.toISOString();
  const shown = [...state.articles].filter(
    ([, { appears }]) => appears !== null && appears !== "" && appears <= instant,
  );
  const marks = new Map(shown.map(([slug, { mark }]) => [slug, mark]));
  const faces = digest(shown.map(([slug, { face }]) => `${slug} ${face}`).join("\n"));
  const has = (slug: string) => marks.has(slug);
  // A chart that only hidden articles name is hidden with them.
  const hidden = [...namedCharts(state, { has })]
    .filter(([, showing]) => showing !== "shown")
    .map(([id]) => id)
    .sort();
  return {
    mark: digest([state.shared, ...[...marks].flat(), "", ...hidden].join("\n")),
    has,
    markOf: (slug) => {
      const mark = marks.get(slug);
      return mark === undefined ? null : digest([state.shared, faces, slug, mark].join("\n"));
    },
  };
}

/** Changes when anything does that the gate is asked about before readers are shown it: all but the drafts. */
export function gatedMark({ shared, articles }: ContentState): string {
  const marks = gatedIn(articles).flatMap(([slug, { mark }]) => [slug, mark]);
  return digest([shared, ...marks].join("\n"));
}

/** Changes besides when any of it is written to and then undone: the gate reads files while others write. */
export function gatedStamp({ stamp, articles }: ContentState): string {
  const stamps = gatedIn(articles).flatMap(([slug, one]) => [slug, one.stamp]);
  return digest([stamp, ...stamps].join("\n"));
}

function gatedIn(articles: ContentState["articles"]): [string, ArticleFiles][] {
  return [...articles].filter(([, { appears }]) => appears !== null);
}

/** Whether an article is one that readers see already, one that they see later, or a draft. */
export type Showing = "shown" | "scheduled" | "draft";

/** The charts that articles name, each under the most public of these. */
export function namedCharts(
  { articles }: ContentState,
  { has }: Pick<ShownContent, "has">,
): ReadonlyMap<string, Showing> {
  const named = (wanted: Showing): [string, Showing][] =>
    [...articles]
      .filter(([slug, { appears }]) => showingOf(has(slug), appears) === wanted)
      .flatMap(([, { charts }]) => charts.map((id): [string, Showing] => [id, wanted]));
  // Of two entries the later stays.
  return new Map([...named("draft"), ...named("scheduled"), ...named("shown")]);
}

function showingOf(isShown: boolean, appears: string | null): Showing {
  if (isShown) return "shown";
  return appears === null ? "draft" : "scheduled";
}
