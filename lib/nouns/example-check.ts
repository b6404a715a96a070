import type { Series } from "#lib/series/series";
import { exampleBlock } from "./example-block.ts";
import { findNounProblems, type NounContext } from "./find-noun-problems.ts";
import type { NounProblem } from "./noun-problem.ts";
import type { Nouns } from "./nouns.ts";

/** Checks blocks written as `exampleBlock` reads them, for tests. What a reader has read before is given where it matters. */
export function createExampleCheck(nouns: Nouns, seriesOf: (key: string) => Series | undefined) {
  function problemsIn(source: string, context: Partial<NounContext> = {}): NounProblem[] {
    const block = exampleBlock(source, seriesOf);
    return findNounProblems(block, { headings: [], headline: "", about: "", ...context }, nouns);
  }

  /** Each problem as its dimension and the words at fault: "class: stocks". */
  function faultsIn(source: string, context: Partial<NounContext> = {}): string[] {
    const { text } = exampleBlock(source, seriesOf);
    return problemsIn(source, context).map(({ kind, dimension, mention }) =>
      mention === null
        ? `${kind} ${dimension}`
        : `${dimension}: ${text.slice(mention.start, mention.end)}`,
    );
  }

  return { problemsIn, faultsIn };
}
