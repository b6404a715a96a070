import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { ChartView } from "./chart-view.ts";
import type { Correction } from "./corrections.ts";
import type { VintageChanges } from "./home-changes.ts";
import type { NumberOfMonth } from "./home-number.ts";

/** One article in a list. Texts are plain: the body's own `#` heading and `<Dek>` carry the claims. */
export interface ArticleSummary {
  readonly slug: string;
  readonly headline: string;
  readonly dek: string;
  readonly byline: string;
  readonly topic: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
  readonly updated: string;
  readonly asOf: VintageDate;
  /** How many claims the article makes; all of them hold, else the site would not have been built. */
  readonly claims: number;
}

/** A figure of a release worth its place on the home page. Texts are ready to print. */
export interface HeadlineFigure {
  /** What it is, in the accepted noun: "Net purchases of U.S. long-term securities". */
  readonly label: string;
  /** "$62.9 billion" */
  readonly value: string;
  /** "up $12.1 billion on the month"; null where no earlier figure exists. */
  readonly change: string | null;
  readonly period: Period;
  /** Key of the series. */
  readonly key: string;
}

/** One vintage of a release as the home page announces it. */
export interface NewestRelease {
  readonly release: string;
  readonly title: string;
  readonly publisher: string;
  readonly vintage: VintageDate;
  /** "January 2020 to April 2026" */
  readonly covers: string;
  /** Address of the file at the publisher. */
  readonly url: string;
  /** Three to five, the most telling first; none where the front page only names the release. */
  readonly figures: readonly HeadlineFigure[];
}

/** A chart as a picture among others: the way to it, and what it says. */
export interface ChartGlance {
  readonly id: string;
  readonly headline: string;
  readonly measure: string;
  readonly form: ChartView["plotted"]["form"];
  /** The narrow drawing, a complete `<svg>`. */
  readonly svg: string;
}

/** Everything the home page shows, and what the masthead says on every page. Plain data. */
export interface HomePage {
  /** Day of the newest article or correction, `YYYY-MM-DD`: the date of this edition. */
  readonly edition: string;
  /** Newest vintage held of any release. */
  readonly newestVintage: VintageDate;
  /** Newest article with its first chart; null before the first article. */
  readonly lead: { readonly article: ArticleSummary; readonly chart: ChartView | null } | null;
  /** The articles after it, newest first; those further back stand with their topics. */
  readonly others: readonly ArticleSummary[];
  /** Newest first; the first is shown with its figures. */
  readonly releases: readonly NewestRelease[];
  /** The newest vintage that has one before it, and what it changed; null when no release has two. */
  readonly changed: VintageChanges | null;
  /** Null when the store has no two months to compare. */
  readonly number: NumberOfMonth | null;
  /** Charts of the articles but the one that leads, each once: first one of each other article. */
  readonly charts: readonly ChartGlance[];
  /** The newest; none is the best there can be. */
  readonly corrections: readonly Correction[];
}
