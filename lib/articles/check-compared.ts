import { evaluateText } from "#lib/expressions/evaluate";
import { printExpression } from "#lib/expressions/print";
import { leavesOf } from "#lib/expressions/series-node";
import type { Expression } from "#lib/expressions/tree";
import { findCompared, type ComparedAreas } from "#lib/nouns/find-compared";
import type { NounFinder } from "#lib/nouns/noun-finder";
import type { TextSpan } from "#lib/claims/text-span";
import type { Decimal } from "#lib/series/decimal";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { CheckedClaim } from "./check-claim.ts";

/** Words that compare what a claim is of with other areas, and what the data say of them. */
interface Comparison extends ComparedAreas {
  readonly isTrue: boolean;
}

/** A text with the claims in it: where their words stand, and what became of each. */
interface CheckedText {
  readonly text: string;
  readonly claims: readonly TextSpan[];
  readonly checked: readonly CheckedClaim[];
}

/**
 * "Behind only Japan, Britain and China" beside a claim on one area: the same value of each area named decides it. What cannot be
 * asked of another area, such as a change or a share, is left out, and its names are strangers to the claim.
 */
export async function checkCompared(
  { text, claims, checked }: CheckedText,
  reader: SeriesReader,
  finder: NounFinder,
): Promise<Comparison[]> {
  const isRank = (claim: number) => checked[claim]?.parts[0]?.tree.kind === "rank";
  const compared = findCompared(text, finder, claims, isRank);
  const judged = await Promise.all(
    compared.map(async (each): Promise<Comparison[]> => {
      const claim = checked[each.claim];
      if (!claim) return [];
      const trimmed = withoutOwn(each, claim);
      const isTrue = await decide(trimmed, claim, reader);
      return isTrue === null ? [] : [{ ...trimmed, isTrue }];
    }),
  );
  return judged.flat();
}

/** "After Japan and Britain, China was third": what the claim is of ends the list, and is none of it. */
function withoutOwn(compared: ComparedAreas, { parts: [part] }: CheckedClaim): ComparedAreas {
  const key = part ? (valueOf(part.tree)?.key ?? "") : "";
  const own = key.slice(key.lastIndexOf(".") + 1);
  const others = compared.areas.slice(0, -1);
  const end = others.at(-1)?.end;
  const isOwn = compared.areas.at(-1)?.noun.fits.has(own) ?? false;
  return isOwn && end !== undefined ? { ...compared, areas: others, end } : compared;
}

/** Null where it cannot be decided. */
async function decide(
  { areas, side, isOnly }: ComparedAreas,
  { parts, asOf }: CheckedClaim,
  reader: SeriesReader,
): Promise<boolean | null> {
  const [part, second] = parts;
  const asked = part && second === undefined ? valueOf(part.tree) : null;
  const slugs = areas.map(({ noun }) => [...noun.fits]);
  if (!part || !asked || slugs.some(({ length }) => length !== 1)) return null;
  const own = await evaluate(asked.text, reader, asOf);
  const others = await Promise.all(
    slugs.flat().map((slug) => {
      const key = asked.key.slice(0, asked.key.lastIndexOf(".") + 1) + slug;
      return evaluate(asked.text.replaceAll(asked.key, key), reader, asOf);
    }),
  );
  if (own === null || others.includes(null)) return null;
  const isBeyond = others.every((other) =>
    side === "more" ? other?.lessThan(own) : other?.greaterThan(own),
  );
  if (!isOnly) return isBeyond;
  // A place is counted from the top: it tells how many are ahead, and not how many are behind.
  const { value } = part.judgement.evaluation;
  if (side === "more" || part.tree.kind !== "rank" || value.type !== "quantity") return null;
  return isBeyond && value.amount.equals(areas.length + 1);
}

/** The value that an area has, be it asked for or ranked from the highest among all. */
function valueOf(tree: Expression): { readonly text: string; readonly key: string } | null {
  if (tree.kind !== "at" && tree.kind !== "aggregate" && tree.kind !== "rank") return null;
  const [leaf, second] = leavesOf(tree.key);
  if (leaf === undefined || second !== undefined) return null;
  if (tree.kind !== "rank") return { text: printExpression(tree), key: leaf.key };
  if (tree.peers !== null || tree.from !== "highest") return null;
  return { text: `at(${leaf.key}, ${printExpression(tree.period)})`, key: leaf.key };
}

async function evaluate(
  text: string,
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<Decimal | null> {
  const result = await evaluateText(text, reader, asOf);
  if (!result.ok || result.evaluation.value.type !== "quantity") return null;
  return result.evaluation.value.amount;
}
