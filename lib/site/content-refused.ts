import { formatProblem, type Problem } from "#lib/series/problem";

/**
 * What the gate said no to: the content by its mark (`gatedMark`), over the store by what it held (`storeHolds`), at a time by what
 * was `shown` by then (`shownContent`): a link to an article is right once that appears.
 */
export interface Refusal {
  readonly held: string;
  readonly content: string;
  readonly shown: string;
  readonly problems: readonly Problem[];
}

/** Thrown in the place of a site whose content the gate refuses: asked again it would say the same. */
export class ContentRefused extends Error {
  override readonly name = "ContentRefused";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    const list = refusal.problems.map(formatProblem).join("\n");
    super(`The content has ${refusal.problems.length} problems:\n${list}`);
    this.refusal = refusal;
  }
}
