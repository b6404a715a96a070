import { keysIn } from "#lib/expressions/catalogue";
import { nodesOf, type AsOfNode, type Expression } from "#lib/expressions/tree";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { CheckedArticle } from "./check-article.ts";
import type { HeldDays } from "./held-days.ts";

/**
 * A day to read at is the date of a vintage of a release that is read: "as of" a day between two vintages, or one to come,
 * would read well and mean little. Holds for the article, for claims that name a day, for `asOf(…)`, and for what was decided at the desk.
 */
export function checkVintages({ article, claims }: CheckedArticle, held: HeldDays): Problem[] {
  const own = article.fieldPlace(["asOf"]);
  const all = claims.flatMap(({ parts }) => parts.flatMap(({ tree }) => releasesIn(tree)));
  return [
    ...checkDay(article.frontmatter.asOf, all, held, own),
    ...article.frontmatter.desk.flatMap(({ vintage }, index) =>
      checkDay(vintage, all, held, article.fieldPlace(["desk", index, "vintage"])),
    ),
    ...claims.flatMap(({ claim, parts }) =>
      parts.flatMap(({ tree }) => [
        ...(claim.asOf === null ? [] : checkDay(claim.asOf, releasesIn(tree), held, claim.at)),
        ...asOfNodes(tree).flatMap(({ date, operand }) =>
          checkDay(date, releasesIn(operand), held, claim.expressionAt),
        ),
      ]),
    ),
  ];
}

function checkDay(
  day: VintageDate,
  releases: readonly string[],
  held: HeldDays,
  at: Problem["at"],
): Problem[] {
  // An article without claims reads nothing: any vintage held will do. Later vintages are of no matter while the day is one.
  if (held(releases, day).at(-1) === day) return [];
  const dates = held(releases);
  return [
    {
      kind: "unknown-vintage",
      message: `${day} is not the date of a vintage held of ${[...new Set(releases)].join(" or ") || "any release"}`,
      at,
      fix: `use one of ${dates.join(", ") || "none: load a release first"}`,
    },
  ];
}

/** A key begins with its release. */
function releasesIn(tree: Expression): string[] {
  return keysIn(tree).map(({ key }) => key.slice(0, key.indexOf(".")));
}

function asOfNodes(tree: Expression): AsOfNode[] {
  return [...nodesOf(tree)].filter((node) => node.kind === "asOf");
}
