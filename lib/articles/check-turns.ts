import { withoutVintage } from "#lib/expressions/bare";
import {
  clauseAfter,
  clauseBefore,
  findTurns,
  gainBefore,
  turnBehind,
  type Turn,
  type TurnKind,
} from "#lib/claims/turn-words";
import { isChange, isFlow, type SeriesOf } from "#lib/claims/claim-shape";
import { keysIn } from "#lib/expressions/catalogue";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { netSideOf } from "#lib/expressions/net-of-gross";
import { printExpression } from "#lib/expressions/print";
import type { Expression } from "#lib/expressions/tree";
import type { Value } from "#lib/expressions/value";
import type { Place, Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { CheckedClaim } from "./check-claim.ts";
import { describeSeries } from "./describe-series.ts";
import type { Block } from "./mark.ts";

/** Which way a figure goes, and by what words that is said. */
interface Way {
  readonly kind: TurnKind | "gain";
  readonly sign: 1 | -1;
  /** Whether it is what was bought, or what was sold, without the other taken away. */
  readonly isGross: boolean;
  /** What goes that way. */
  readonly what: Expression;
}

/** A word that turns a figure, and where it stands in the file. */
interface PlacedTurn extends Turn {
  readonly at: Place;
}

/**
 * Words outside a mark turn its figure too: "a fall of" before an amount, "of the increase" behind a part. The nearest such
 * word of the clause must go the way that the data go. Problem: `wrong-direction`.
 */
export async function checkTurns(
  claims: readonly CheckedClaim[],
  reader: SeriesReader,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [at, checked] of claims.entries()) {
    const way = await wayOf(checked, reader);
    if (way === null) continue;
    const neighbours = { before: claims[at - 1], after: claims[at + 1] };
    const turn = nearestTurn(checked, way.kind, neighbours);
    if (turn !== null && turn.sign !== way.sign) problems.push(toProblem(checked, way, turn));
  }
  return problems;
}

/** Null where words of a direction say nothing of a claim, or its own words say it. */
async function wayOf(checked: CheckedClaim, reader: SeriesReader): Promise<Way | null> {
  const [part, ...others] = checked.parts;
  if (!part?.saying || others.length > 0) return null;
  const { sense } = part.saying;
  const tree = withoutVintage(part.tree);
  const seriesOf = await describeSeries(part.tree, reader);
  const isPart = sense === "ratio" && tree.kind === "binary" && tree.operator === "/";
  if (!isPart && sense !== "amount") return null;
  const what = isPart ? tree.right : withoutTurns(tree);
  const counted = countedIn(what, seriesOf);
  if (isPart && counted.kind === "gain") return null;
  const found = await evaluateExpression(what, reader, checked.asOf);
  const sign = found.ok ? signOf(found.evaluation.value) : null;
  if (sign === null) return null;
  return { ...counted, sign: sign === counted.above ? 1 : -1, what };
}

/** What is turned, or made a size without a sign: the words beside it are of the thing itself. */
function withoutTurns(tree: Expression): Expression {
  return tree.kind === "negate" || tree.kind === "abs" ? withoutTurns(tree.operand) : tree;
}

/** What kind of words turn a value, and which way one above 0 goes: gross sales are above 0, and sales. */
function countedIn(
  node: Expression,
  seriesOf: SeriesOf,
): Pick<Way, "kind" | "isGross"> & { readonly above: Way["sign"] } {
  if (isChange(node, seriesOf)) return { kind: "direction", isGross: false, above: 1 };
  const net = netSideOf(node);
  if (net !== null) return { kind: "side", isGross: false, above: net };
  if (!isFlow(node, seriesOf)) return { kind: "gain", isGross: false, above: 1 };
  const measures = new Set(keysIn(node).map(({ key }) => seriesOf(key)?.measure));
  const isOf = (measure: string) => measures.size === 1 && measures.has(measure);
  const isGross = isOf("purchases") || isOf("sales");
  return { kind: "side", isGross, above: isOf("sales") ? -1 : 1 };
}

/**
 * The noun that an amount is of, else the nearest word before the mark in its clause; for a part of something also within the
 * mark and behind it.
 */
function nearestTurn(
  { claim, parts }: CheckedClaim,
  kind: Way["kind"],
  { before, after }: { before: CheckedClaim | undefined; after: CheckedClaim | undefined },
): PlacedTurn | null {
  const { text } = claim.block;
  const from = before?.claim.block === claim.block ? before.claim.to : 0;
  const to = after?.claim.block === claim.block ? after.claim.from : text.length;
  const isPart = parts[0]?.saying?.sense === "ratio";
  const head = clauseBefore(text, claim.from, from);
  const gain = isPart ? null : gainBefore(head);
  if (gain) return { ...gain, at: claim.block.placeOf(claim.from - head.length + gain.start) };
  if (kind === "gain") return null;
  const behind = clauseAfter(text, claim.to, to);
  const [next] = isPart ? findTurns(text.slice(claim.from, claim.to) + behind, kind) : [];
  if (next) return { ...next, at: claim.block.placeOf(claim.from + next.start) };
  const noun = isPart ? null : turnBehind(behind, kind);
  if (noun) return { ...noun, at: claim.block.placeOf(claim.to + noun.start) };
  const last = findTurns(head, kind).at(-1);
  if (isPart) return null;
  return last
    ? { ...last, at: claim.block.placeOf(claim.from - head.length + last.start) }
    : turnInLeads(claim.block, kind);
}

/** Where the clause itself says nothing: the one way that all words of its heads go. "Purchases less sales" go both. */
function turnInLeads({ leads }: Block, kind: TurnKind): PlacedTurn | null {
  const turns = leads.flatMap(({ text, placeOf }) =>
    findTurns(text, kind).map((turn): PlacedTurn => ({ ...turn, at: placeOf(turn.start) })),
  );
  const last = turns.at(-1);
  return last && turns.every(({ sign }) => sign === last.sign) ? last : null;
}

function toProblem(
  { claim }: CheckedClaim,
  { kind, sign, isGross, what }: Way,
  turn: PlacedTurn,
): Problem {
  const ways = waysOf[isGross ? "gross" : kind];
  return {
    kind: "wrong-direction",
    message: `"${turn.word}" stands by "${claim.text}", and ${printExpression(what)} is ${ways[sign]}`,
    at: turn.at,
    fix: `write of ${ways[sign]}, or correct the expression`,
  };
}

const waysOf = {
  direction: { 1: "a rise", [-1]: "a fall" },
  side: { 1: "net purchases", [-1]: "net sales" },
  gross: { 1: "gross purchases", [-1]: "gross sales" },
  gain: { 1: "a gain", [-1]: "a loss" },
} as const;

function signOf(value: Value): 1 | -1 | null {
  if (value.type !== "quantity" || value.amount.isZero()) return null;
  return value.amount.isNegative() ? -1 : 1;
}
