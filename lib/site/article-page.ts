import type { Coverage } from "#lib/articles/coverage";
import type { ArticleSource } from "#lib/articles/frontmatter";
import type { VintageDate } from "#lib/series/observation";
import type { ChartView } from "./chart-view.ts";
import type { DeskStanding } from "./desk-standing.ts";
import type { GlossaryTerm } from "./glossary.ts";
import type { ToldTimes } from "./feed-times.ts";
import type { ArticleSummary } from "./home-page.ts";
import type { Receipt } from "./receipt.ts";

/** Everything the article page shows. Plain data: it may cross to the browser. */
export interface ArticlePage extends Omit<ArticleSummary, "claims"> {
  /** When it was published and updated, for programs; people are shown the days. */
  readonly times: ToldTimes;
  /** When it was last corrected: an instant in UTC, or a day where no more is said; null where it was not. */
  readonly corrected: string | null;
  /** Newest vintage held of the releases the article reads. */
  readonly latest: VintageDate;
  readonly readingMinutes: number;
  /**
   * The compiled MDX, for `getMDXComponent`. It uses the components Dek, Claim {id}, Quoted {source}, Exempt {reason},
   * Chart {id}, Note, Term {id}, Show {chart, …}. `Claim` reads its receipt from `receipts`, `Chart` its view from `charts`.
   */
  readonly code: string;
  readonly contents: readonly { readonly id: string; readonly text: string }[];
  readonly receipts: Readonly<Record<string, Receipt>>;
  readonly charts: Readonly<Record<string, ChartView>>;
  /** Which claims read the figures of each chart, by its id (chart-links.ts). */
  readonly links: Readonly<Record<string, string>>;
  readonly sources: readonly ArticleSource[];
  /** What editors decided when later vintages came out. */
  readonly desk: DeskStanding;
  /** The terms that the text opens, in its order. */
  readonly terms: readonly GlossaryTerm[];
  /** How many claims, and what became of all that the article says. */
  readonly counts: Coverage & { readonly claims: number };
}
