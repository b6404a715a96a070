import { findFigures } from "#lib/claims/printed-figure";
import { fractionFrom, toDecimal } from "#lib/expressions/fraction";
import { nodesOf, type NumberNode } from "#lib/expressions/tree";
import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";
import type { CheckedClaim } from "./check-claim.ts";
import type { ArticleSource } from "./frontmatter.ts";
import { wordsOfFigure } from "./quoted-figure.ts";

/**
 * What others printed is held against what the frontmatter says they printed: a quoted figure, and a dollar amount that
 * stands in an expression. Nobody else can know of a digit that was changed on the way.
 */
export function checkQuoted(
  { quoted, frontmatter: { sources } }: Article,
  claims: readonly CheckedClaim[],
): Problem[] {
  const known = new Map(sources.map((source) => [source.id, source]));
  return [
    ...quoted.flatMap(({ source: id, text, at }): Problem[] => {
      const source = known.get(id);
      if (!source || wordsOfFigure(text, source.figures).length > 0) return [];
      return [unknownFigure(`"${text}"`, source, at)];
    }),
    ...claims.flatMap(({ claim, parts }) => {
      const source = known.get(claim.source ?? "");
      const amounts = parts.flatMap(({ tree }) => [...nodesOf(tree)].filter(isAmount));
      return amounts.flatMap((amount): Problem[] => {
        const isCompared = parts.some(
          ({ tree }) =>
            tree.kind === "binary" && /^[-/<>=!]/.test(tree.operator) && tree.right === amount,
        );
        if (!isCompared || !saysWho.test(sentenceOf(claim))) return [misplaced(amount, claim)];
        if (source === undefined) return claim.source === null ? [unsourced(amount, claim)] : [];
        return printedAmounts(source).includes(amountOf(amount))
          ? []
          : [unknownFigure(`$${amountOf(amount)} in the expression`, source, claim.expressionAt)];
      });
    }),
  ];
}

/** Words that tell a reader that the comparison is with what somebody printed. */
const saysWho = /\b(?:report|print|publish|estimat|forecast|initial|first|account)/iu;

function sentenceOf({ sentence: { before, claim, after } }: CheckedClaim["claim"]): string {
  return before + claim + after;
}

function misplaced(amount: NumberNode, { expressionAt }: CheckedClaim["claim"]): Problem {
  return {
    kind: "unknown-quotation",
    message: `$${amountOf(amount)} is no figure of the data, and the sentence does not say that it compares with what was printed`,
    at: expressionAt,
    fix: 'let it stand alone on the right of a minus or a division, and write "first reported", "printed" or the like in the sentence',
  };
}

function isAmount(node: { readonly kind: string }): node is NumberNode {
  return node.kind === "number" && "dimension" in node && node.dimension === "USD";
}

/** Whole dollars, as text. */
function amountOf({ digits, power }: NumberNode): string {
  return toDecimal(fractionFrom(digits, power)).toFixed();
}

function printedAmounts({ figures }: ArticleSource): string[] {
  return figures.flatMap((figure) =>
    findFigures(figure).flatMap((found) =>
      found.type === "amount" ? [found.amount.abs().toFixed()] : [],
    ),
  );
}

function unknownFigure(what: string, { id, figures }: ArticleSource, at: Problem["at"]): Problem {
  const listed = figures.length === 0 ? "none" : figures.map((one) => `"${one}"`).join(", ");
  return {
    kind: "unknown-quotation",
    message: `${what} is not among the figures of the source "${id}"`,
    at,
    fix: `its figures are ${listed}; correct the figure, or add it to figures: in the frontmatter as the source printed it`,
  };
}

function unsourced(amount: NumberNode, { expressionAt }: CheckedClaim["claim"]): Problem {
  return {
    kind: "unknown-quotation",
    message: `the expression holds $${amountOf(amount)}, which is no figure of the data`,
    at: expressionAt,
    fix: 'say who printed it with source="…", an id of the frontmatter\'s sources',
  };
}
