import type { Root } from "hast";
import type { Standing } from "#lib/articles/read-claim-at";
import type { Verdict } from "#lib/claims/judgement";
import type { VintageDate } from "#lib/series/observation";
import type { ArticlePage } from "./article-page.ts";
import type { Correction } from "./corrections.ts";

/** Whether readers see an article, or since when they will. */
export type Publication =
  | { readonly state: "draft" }
  | { readonly state: "scheduled" | "published"; readonly appears: string };

/** The same by when an article appears, an instant in UTC; null for a draft, and null comes back where the text does not say it. */
export function publicationAt(appears: string | null, now: Date): Publication | null {
  if (appears === null) return { state: "draft" };
  if (appears === "") return null;
  return { state: appears <= now.toISOString() ? "published" : "scheduled", appears };
}

/** A problem of an article as its editor is told. */
export interface PreviewProblem {
  /** Counted from 1, in the order of the file. */
  readonly number: number;
  readonly kind: string;
  readonly message: string;
  readonly fix: string | null;
  /** "74:22" in the article itself, "content/charts/three-holders.yml:3:11" elsewhere. */
  readonly place: string;
  /** Whether what it is about stands in the text shown. */
  readonly isInText: boolean;
}

/** A claim of an article, whether it holds or not. */
export interface PreviewClaim {
  readonly id: string;
  readonly words: string;
  /** As its editor wrote it. */
  readonly expression: string;
  /** Whether its words are only true or not. */
  readonly isStatement: boolean;
  readonly asOf: VintageDate;
  /** Whether it names its vintage itself; it is not read at another. */
  readonly isPinned: boolean;
  /** At its own vintage; `undecided` where the words and the expression could not be held against each other. */
  readonly verdict: Verdict | "undecided";
  /** The value computed, unrounded; null where there is none. */
  readonly computed: string | null;
  /** At the vintage that was asked for besides; null when none was, or the claim has none other. */
  readonly other: { readonly standing: Standing; readonly computed: string } | null;
  /** Numbers of the problems that it has. */
  readonly problems: readonly number[];
}

/** An article that could be read, with whatever is wrong with it. */
export interface ReadArticle {
  /** Without its compiled code, which nothing broken has: the text is in `body`. */
  readonly page: ArticlePage;
  /** As it is shown, with its problems in it (lib/articles/problem-places.ts). */
  readonly body: Root;
  readonly corrections: readonly Correction[];
  /** In the order of the text. */
  readonly claims: readonly PreviewClaim[];
  /** The vintages of what it reads, newest first. */
  readonly vintages: readonly VintageDate[];
  /** The vintage that all claims were read at besides; null when none was asked for, or there is none of that day. */
  readonly readAt: VintageDate | null;
}

/** An article as an editor sees it while it is written. Plain data. */
export interface ArticlePreview {
  readonly slug: string;
  readonly file: string;
  /** Null where the text does not say it. */
  readonly publication: Publication | null;
  /** Names the files that it was made of: another text when one of them has changed. */
  readonly mark: string;
  /** When it was read, an instant in UTC. */
  readonly at: string;
  readonly problems: readonly PreviewProblem[];
  /** The article as it is; else as it could be read last, `staleSince` then; null when it never could. */
  readonly read: ReadArticle | null;
  readonly staleSince: string | null;
}
