import { isSupported } from "#lib/claims/judgement";
import { readSayings } from "#lib/claims/read-sayings";
import type { Saying } from "#lib/claims/saying";
import type { Article } from "./article.ts";
import type { CheckedArticle } from "./check-article.ts";
import { findUnmarked } from "./unmarked.ts";

/** How many of one sort an article has, and what became of them. */
interface Count {
  /** Tied to the data. */
  readonly claimed: number;
  /** Of these, borne out by the data. */
  readonly checked: number;
  readonly quoted: number;
  readonly exempt: number;
  /** Neither: each is a problem. */
  readonly unmarked: number;
}

/** What an article says that a reader would take for data: figures, and words that compare or say a direction. */
export interface Coverage {
  readonly figures: Count;
  readonly words: Count;
}

/** Counts what an article says, in headline, dek, body and chart headlines. */
export function coverageOf(
  checked: CheckedArticle,
  unmarked: readonly { readonly kind: string }[],
): Coverage {
  return {
    figures: countOf("figure", checked, unmarked),
    words: countOf("word", checked, unmarked),
  };
}

type Sort = "figure" | "word";

function countOf(
  sort: Sort,
  { article, claims }: CheckedArticle,
  unmarked: readonly { readonly kind: string }[],
): Count {
  const isOfSort = (saying: Saying) => sortOf(saying) === sort;
  const said = article.claims.flatMap(({ form, text }) => sayingsIn(form, text));
  const held = claims.filter(isSupported).flatMap(({ claim }) => sayingsIn(claim.form, claim.text));
  return {
    claimed: said.filter((each) => (each === null ? sort === "word" : isOfSort(each))).length,
    checked: held.filter((each) => (each === null ? sort === "word" : isOfSort(each))).length,
    quoted: inMarks(article.quoted, sort),
    exempt: inMarks(article.exempt, sort),
    unmarked: unmarked.filter(({ kind }) => kind === `unmarked-${sort}`).length,
  };
}

/** A statement says one thing in words. What cannot be read says nothing yet, and is a problem of its own. */
function sayingsIn(form: "figure" | "statement", text: string): readonly (Saying | null)[] {
  if (form === "statement") return [null];
  const read = readSayings(text);
  return "sayings" in read ? read.sayings : [];
}

function sortOf({ printed, sense }: Saying): Sort {
  return printed !== null || sense === "period" ? "figure" : "word";
}

function inMarks(marks: Article["quoted"] | Article["exempt"], sort: Sort): number {
  return marks.flatMap(({ text }) =>
    findUnmarked(text).filter(({ kind }) => kind === `unmarked-${sort}`),
  ).length;
}
