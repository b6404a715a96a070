import type { Frontmatter } from "#lib/articles/frontmatter";
import { splitExpressions } from "#lib/articles/claim-parts";
import { holdsAlike } from "#lib/claims/holds-alike";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { parseExpression } from "#lib/expressions/parse";
import type { Evaluation } from "#lib/expressions/value";
import { isVintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { MarkedBlock, MarkedWords } from "./marked-blocks.ts";

/** What the claims of an article are evaluated with. */
export type ClaimBasis = Pick<Frontmatter, "asOf" | "definitions">;

/** Whether other words of a mark say as much that is true: "about $330 billion" of $324 billion. */
export type AlikeTest = (mark: MarkedWords, words: string) => boolean;

/** For the claims of a block, whose figures are read once. */
export async function createAlikeTest(
  { text, marks }: MarkedBlock,
  basis: ClaimBasis,
  reader: SeriesReader,
): Promise<AlikeTest> {
  const evaluated = new Map(
    await Promise.all(
      marks.map(async (mark) => [mark, await evaluationsOf(mark, basis, reader)] as const),
    ),
  );
  return (mark, words) => {
    const evaluations = evaluated.get(mark) ?? [];
    return evaluations.length > 0 && holdsAlike(text.slice(mark.from, mark.to), words, evaluations);
  };
}

/** None where the mark is no figure of the data, or cannot be evaluated. */
async function evaluationsOf(
  { name, attributes }: MarkedWords,
  { asOf, definitions }: ClaimBasis,
  reader: SeriesReader,
): Promise<readonly Evaluation[]> {
  const expression = attributes.get("of");
  if (name !== "Claim" || expression === undefined) return [];
  const own = attributes.get("asOf")?.value ?? asOf;
  if (!isVintageDate(own)) return [];
  const results = await Promise.all(
    splitExpressions(expression.value).map(async ({ text }) => {
      const parsed = parseExpression(text, definitions);
      const result = parsed.ok ? await evaluateExpression(parsed.tree, reader, own) : null;
      return result?.ok ? result.evaluation : null;
    }),
  );
  const evaluations = results.flatMap((evaluation) => evaluation ?? []);
  return evaluations.length === results.length ? evaluations : [];
}
