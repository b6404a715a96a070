import { keysIn } from "#lib/expressions/catalogue";
import { netSideOf } from "#lib/expressions/net-of-gross";
import type { Expression } from "#lib/expressions/tree";
import type { SeriesOf } from "./claim-shape.ts";
import type { Trouble } from "./read-sayings.ts";
import type { Saying } from "./saying.ts";
import { sideWords } from "./side-words.ts";

/**
 * Gross sales are above 0, so that the sign does not tell them from purchases: only "gross sales" and "sold a gross" are said of
 * them. Problem: `wrong-shape`.
 */
export function findGrossTrouble(
  saying: Saying,
  tree: Expression,
  seriesOf: SeriesOf,
): Trouble | null {
  const { sense, text } = saying;
  const measures = new Set(keysIn(tree).map(({ key }) => seriesOf(key)?.measure));
  const hasSales = measures.has("sales");
  const isGrossSale = saysGrossSale(saying);
  if (sense !== "side" || (!hasSales && !isGrossSale)) return null;
  if (hasSales && measures.size > 1) {
    // As purchases less sales, it has the sign that words say.
    if (netSideOf(tree) === 1 && !isGrossSale) return null;
    return {
      kind: "wrong-shape",
      message: `"${text}" says which side was more, and the expression does not take gross sales from the gross purchases of the same`,
      fix: "write at(…purchases…) - at(…sales…); the words say the side",
    };
  }
  if (hasSales && isGrossSale) return null;
  return {
    kind: "wrong-shape",
    message: hasSales
      ? `"${text}" is not said of gross sales, which are above 0`
      : `"${text}" is said of gross sales, and the expression is none`,
    fix: hasSales
      ? `write "gross sales of ${figureIn(saying)}" or "sold a gross ${figureIn(saying)}"`
      : "name a series of gross sales, or leave out “gross”",
  };
}

function figureIn({ text, start, parts }: Saying): string {
  const figure = parts.find(({ role }) => role === "figure");
  return figure === undefined ? "$5 billion" : text.slice(figure.start - start, figure.end - start);
}

/** A word of sales whose figure is not turned. */
function saysGrossSale({ text, start, parts, accepts }: Saying): boolean {
  const word = parts.find(({ role }) => role === "direction");
  if (word === undefined || accepts.type !== "values") return false;
  const written = text.slice(word.start - start, word.end - start).toLowerCase();
  return sideWords.get(written)?.side === "sold" && accepts.interval.low?.gte(0) === true;
}
