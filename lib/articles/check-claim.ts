import { findEmptyBasis, findPeriodMismatch } from "#lib/claims/claim-basis";
import { findShapeTrouble } from "#lib/claims/claim-shape";
import { findRunTrouble, findTimeTrouble } from "#lib/claims/claim-times";
import { findEndsTrouble } from "#lib/claims/fit-sayings";
import { isSupported, type Verdict } from "#lib/claims/judgement";
import type { Trouble } from "#lib/claims/read-sayings";
import { findBesideTrouble } from "#lib/claims/words-beside";
import { evaluateExpression, type EvaluationResult } from "#lib/expressions/evaluate";
import { nameNewest } from "#lib/expressions/newest-value";
import { parseExpression, type ParseResult } from "#lib/expressions/parse";
import { printExpression } from "#lib/expressions/print";
import { blameDefinitions, type DefinitionUse, type Definitions } from "#lib/expressions/scope";
import type { Expression } from "#lib/expressions/tree";
import type { Evaluation } from "#lib/expressions/value";
import { rememberOver } from "#lib/series/fixed-reader";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { splitExpressions } from "./claim-parts.ts";
import { describeContradiction } from "./contradiction.ts";
import { describeSeries } from "./describe-series.ts";
import type { Frontmatter } from "./frontmatter.ts";
import type { IdentifiedClaim } from "./identify-claims.ts";
import { findNeverFalse } from "./never-false.ts";
import { judgeClaim, worstOf, type JudgedPart } from "./judge-claim.ts";
import { namedVintage } from "./named-vintage.ts";

/** One expression of a claim, and what its words come to beside it. */
export interface CheckedPart extends JudgedPart {
  readonly tree: Expression;
}

/** A claim that could be decided, with all that a receipt needs. */
export interface CheckedClaim {
  readonly claim: IdentifiedClaim;
  readonly asOf: VintageDate;
  /** Whether its mark or its sentence names that vintage: it is about that one, whatever others say. */
  readonly isPinned: boolean;
  readonly parts: readonly CheckedPart[];
  /** That of the part that fares worst. */
  readonly verdict: Verdict;
  /** All that it rests on, each once. */
  readonly cells: readonly Cell[];
}

/** An expression of a claim as read. */
interface ParsedPart {
  readonly tree: Expression;
  /** Where it starts in the attribute. */
  readonly start: number;
  readonly uses: readonly DefinitionUse[];
  /** All that its value rests on besides the figures. */
  readonly name: string;
}

const remembered = rememberOver<ParseResult>();
const evaluated = rememberOver<EvaluationResult>();

/** The expressions of a claim, or what is wrong with them, in place. */
async function parseClaim(
  claim: IdentifiedClaim,
  definitions: Definitions,
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<{ parsed: readonly ParsedPart[] } | { problems: Problem[] }> {
  const parsed: ParsedPart[] = [];
  const problems: Problem[] = [];
  for (const { text, start } of splitExpressions(claim.expression)) {
    const name = JSON.stringify([text, ...definitions]);
    const result = await remembered(reader, name, () => parseExpression(text, definitions));
    if (!result.ok) {
      const named = await nameNewest(result.problems, reader, asOf);
      problems.push(...placeProblems(claim, named, start));
      continue;
    }
    const { tree, uses } = result;
    const isTwice = parsed.some((other) => printExpression(other.tree) === printExpression(tree));
    if (isTwice) problems.push(...placeProblems(claim, [twice(tree)], start));
    parsed.push({ tree, start, uses, name });
  }
  return problems.length > 0 ? { problems } : { parsed };
}

function twice(tree: Expression): Pick<Problem, "kind" | "message" | "fix"> & { start: number } {
  const message = `${printExpression(tree)} stands twice in one claim`;
  return { kind: "twice", message, fix: "name each thing once", start: 0 };
}

/**
 * Decides one claim at the vintage that its mark or its sentence names, else the article's. A contradicted claim is given back
 * with its problem. `definitions` are the names that its article gives to expressions.
 */
export async function checkClaim(
  claim: IdentifiedClaim,
  { asOf: articleAsOf, definitions }: Pick<Frontmatter, "asOf" | "definitions">,
  reader: SeriesReader,
): Promise<{ checked: CheckedClaim | null; problems: Problem[] }> {
  const read = await parseClaim(claim, definitions, reader, claim.asOf ?? articleAsOf);
  if ("problems" in read) return { checked: null, problems: read.problems };
  const { parsed } = read;
  const said = parsed.map(({ tree }) => tree);
  const own = claim.asOf ?? (await namedVintage(claim.sentence, said, articleAsOf, reader));
  const asOf = own ?? articleAsOf;
  const values = await evaluateAll(claim, parsed, reader, asOf);
  if ("problems" in values) return { checked: null, problems: values.problems };
  const { evaluations } = values;
  const judged = judgeClaim(claim, evaluations);
  if ("trouble" in judged) {
    return { checked: null, problems: [{ ...judged.trouble, at: claim.at }] };
  }
  const parts = judged.parts.flatMap((part, at): CheckedPart[] => {
    const tree = parsed[at]?.tree;
    return tree ? [{ ...part, tree }] : [];
  });
  const trees = parts.map(({ tree }) => tree);
  const ofTime =
    findTimeTrouble(trees) ??
    findRunTrouble(
      parts.map(({ tree, judgement }) => ({ tree, value: judgement.evaluation.value })),
    ) ??
    (claim.form === "figure" ? findEndsTrouble(claim.sentence.before, claim.text, trees) : null);
  const troubles = ofTime ? [ofTime] : await findTroubles(claim, parts, reader);
  if (troubles.length > 0) {
    return { checked: null, problems: troubles.map((trouble) => ({ ...trouble, at: claim.at })) };
  }
  const checked: CheckedClaim = {
    claim,
    asOf,
    isPinned: own !== null,
    parts,
    verdict: worstOf(parts),
    cells: cellsOf(evaluations),
  };
  if (!isSupported(checked)) {
    return { checked, problems: await describeContradiction(checked, reader) };
  }
  const beside = await findBeside(claim, parts, reader);
  return { checked, problems: beside ? [{ ...beside, at: claim.at }] : [] };
}

async function evaluateAll(
  claim: IdentifiedClaim,
  parsed: readonly ParsedPart[],
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<{ evaluations: readonly Evaluation[] } | { problems: Problem[] }> {
  const evaluations: Evaluation[] = [];
  const problems: Problem[] = [];
  for (const { tree, start, uses, name } of parsed) {
    const result = await evaluated(reader, `${asOf} ${name}`, () =>
      evaluateExpression(tree, reader, asOf),
    );
    if (result.ok) evaluations.push(result.evaluation);
    else problems.push(...placeProblems(claim, blameDefinitions(result.problems, uses), start));
  }
  return problems.length > 0 ? { problems } : { evaluations };
}

/** What is wrong with what the parts rest on, whatever they come to. */
async function findTroubles(
  claim: IdentifiedClaim,
  parts: readonly CheckedPart[],
  reader: SeriesReader,
): Promise<Trouble[]> {
  const found = await Promise.all(
    parts.map(async ({ tree, saying, judgement: { evaluation } }) => {
      const seriesOf = await describeSeries(tree, reader);
      const namesPeriod = saying !== null && evaluation.value.type !== "period";
      return (
        findEmptyBasis(tree, evaluation) ??
        (claim.form === "statement" ? findNeverFalse(tree, seriesOf) : null) ??
        (saying && findShapeTrouble(saying, tree, seriesOf)) ??
        (namesPeriod ? findPeriodMismatch(claim.text, tree, evaluation) : null)
      );
    }),
  );
  return found.flatMap((trouble) => trouble ?? []);
}

/** What stands beside the mark and would change what it says of one of its parts. */
async function findBeside(
  claim: IdentifiedClaim,
  parts: readonly CheckedPart[],
  reader: SeriesReader,
): Promise<Trouble | null> {
  for (const { tree, saying } of parts) {
    const seriesOf = await describeSeries(tree, reader);
    const trouble = findBesideTrouble(claim.sentence, saying, tree, seriesOf);
    if (trouble) return trouble;
  }
  return null;
}

function cellsOf(evaluations: readonly Evaluation[]): Cell[] {
  const cells = evaluations.flatMap((evaluation) => evaluation.cells);
  return [
    ...new Map(
      cells.map((cell) => [`${cell.key} ${cell.period} ${cell.knownFrom}`, cell]),
    ).values(),
  ];
}

/** Expression problems count from the start of the expression; an attribute stands on one line unless it was broken. */
function placeProblems(
  { expression, expressionAt }: IdentifiedClaim,
  problems: readonly (Pick<Problem, "kind" | "message" | "fix"> & { readonly start: number })[],
  offset: number,
): Problem[] {
  return problems.map(({ kind, message, start, fix }) => {
    const lines = expression.slice(0, offset + start).split("\n");
    const last = lines.at(-1) ?? "";
    const line = expressionAt.line + lines.length - 1;
    const column = (lines.length === 1 ? expressionAt.column : 1) + last.length;
    return { kind, message, at: { ...expressionAt, line, column }, fix };
  });
}
