/** What a change is of, as the table of the benchmark counts it. */
export const mutationKinds = [
  "digit",
  "sign",
  "unit",
  "direction",
  "side",
  "comparison",
  "rank",
  "count",
  "class",
  "measure",
  "holder",
  "area",
  "period",
  "expression: area",
  "expression: class",
  "expression: measure",
  "expression: period",
  "expression: function",
  "expression: sign",
] as const;

export type MutationKind = (typeof mutationKinds)[number];

/**
 * Why a change is counted apart, and never as caught: it changes nothing that the data could contradict. The README says
 * what each is.
 */
export const apartRules = ["exempt", "quoted", "date", "name", "no-claim", "same"] as const;

export type ApartRule = (typeof apartRules)[number];

/** Where a change is made: in the article, or in the headline of one of its charts. */
export type DocumentName = "article" | `chart ${string}`;

/** One change of a text: the characters from `start` up to `end` of a document become `replacement`. */
export interface Mutation {
  readonly kind: MutationKind;
  readonly document: DocumentName;
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly replacement: string;
  /** The sentence as a reader would see it, with what was changed in brackets: "rose [by → from] $5 billion". */
  readonly sentence: string;
  readonly apart: ApartRule | null;
  /** Whether it changes what `claims.lock` records: the words of a mark, or an expression. */
  readonly isLocked: boolean;
}
