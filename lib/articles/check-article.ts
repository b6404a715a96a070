import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Article } from "./article.ts";
import { checkAsides } from "./check-asides.ts";
import { checkChanges } from "./check-changes.ts";
import { checkClaim, type CheckedClaim } from "./check-claim.ts";
import { checkExempt } from "./check-exempt.ts";
import { checkNames } from "./check-names.ts";
import { checkNouns } from "./check-nouns.ts";
import { checkOlderFigures } from "./check-older-figures.ts";
import { checkQuoted } from "./check-quoted.ts";
import { checkQuotedNouns } from "./check-quoted-nouns.ts";
import { checkSentences } from "./check-sentence.ts";
import { findUnheldWords } from "./check-statement.ts";
import { checkSpeakers } from "./check-speaker.ts";
import { checkTurns } from "./check-turns.ts";
import { checkShownFields } from "./check-shown-fields.ts";
import { checkVintageWords } from "./check-vintage-words.ts";
import { limitProblems } from "./problem-limit.ts";

/** An article held against the data at the vintage it names. */
export interface CheckedArticle {
  readonly article: Article;
  readonly claims: readonly CheckedClaim[];
  readonly problems: readonly Problem[];
}

/**
 * Decides every claim of an article, and holds the words around them against what they rest on. All problems are given, in
 * the order of the text. Without `nouns` the words around claims are not read.
 */
export async function checkArticle(
  article: Article,
  reader: SeriesReader,
  nouns: Nouns | null,
): Promise<CheckedArticle> {
  const claims: CheckedClaim[] = [];
  const decided: Problem[] = [];
  for (const claim of article.claims) {
    const result = await checkClaim(claim, article.frontmatter, reader);
    if (result.checked) claims.push(result.checked);
    decided.push(...result.problems);
  }
  const ofSentences = checkSentences(claims);
  // "The June figure" is not mended by the figure of July: the sentence names its vintage, or another month.
  const problems = decided.filter(
    ({ kind, at }) =>
      kind !== "figure-contradicted" ||
      !ofSentences.some((other) => other.kind === "wrong-vintage" && other.at === at),
  );
  problems.push(
    ...checkShownFields(article),
    ...checkNames(article),
    ...checkQuoted(article, claims),
  );
  problems.push(
    ...article.claims.flatMap(findUnheldWords),
    ...ofSentences,
    ...checkChanges(claims),
    ...checkVintageWords(claims, article.frontmatter.asOf),
    ...(await checkOlderFigures(claims, article.frontmatter.asOf, reader)),
    ...(await checkTurns(claims, reader)),
  );
  if (nouns !== null) {
    for (const problem of await checkNouns(article, claims, reader, nouns)) problems.push(problem);
    problems.push(...checkSpeakers(article, nouns.finder));
    problems.push(...checkQuotedNouns(article, nouns));
    problems.push(...checkExempt(article.exempt, nouns));
    const summaries = article.exempt.filter(({ because }) => because === "summary");
    problems.push(...(await checkAsides([...article.asides, ...summaries], claims, reader, nouns)));
  }
  const start = { file: article.file, line: 1, column: 1 };
  problems.sort((left, right) => left.at.line - right.at.line || left.at.column - right.at.column);
  return { article, claims, problems: limitProblems(problems, start) };
}
