import { unturned } from "#lib/expressions/bare";
import { netSideOf, type FlowSide } from "#lib/expressions/net-of-gross";
import { leavesOf, type SeriesNode } from "#lib/expressions/series-node";
import { nodesOf, partsOf, type Expression } from "#lib/expressions/tree";
import type { Series } from "#lib/series/series";
import { periodsOf, type SubjectPeriods } from "./subject-periods.ts";

/** What words round a claim must be about: the series and the months that its expression rests on. */
export interface Subject {
  readonly parts: readonly SubjectPart[];
  readonly periods: SubjectPeriods;
  /** Whether a number that is no datum goes into the value, or a rate of growth: then it may be one "a head" or "annualized". */
  readonly isComputed: boolean;
}

/** What one condition of an expression is about. */
export interface SubjectPart {
  /** The words must name one of these. */
  readonly focus: readonly Series[];
  /** What it is measured against, the whole of a share, what is taken away, the peers of a rank: the words may name it. */
  readonly background: readonly Series[];
  /** Of the background, what words must name where it is neither the total nor told by the focus: all but peers. */
  readonly whole: readonly Series[];
  /** Of the focus, what is added up, each sum by itself: words that name some of it must name all. */
  readonly sums: readonly (readonly Series[])[];
  /** Of the focus, what gross purchases and sales leave when one is taken from the other: no table has it. */
  readonly netted?: readonly Series[];
}

/**
 * What an expression is about. Conditions joined by `and` are about each of their sides; all else is about one thing. Series
 * that `seriesOf` does not know are left out.
 */
export function subjectOf(
  tree: Expression,
  seriesOf: (key: string) => Series | undefined,
): Subject {
  const known = (nodes: readonly SeriesNode[]) =>
    nodes.flatMap(leavesOf).flatMap(({ key }) => seriesOf(key) ?? []);
  const parts = conditionsOf(tree).flatMap((condition) => {
    const { focus, background, whole } = rolesOf(condition);
    const side = netSideOf(unturned(condition));
    const named = known(focus);
    const netted = side === null ? [] : named.map((series) => nettedFrom(series, side));
    const part = {
      focus: [...netted, ...named],
      background: known(background),
      whole: known(whole),
      sums: sumsIn(condition, focus).map(known),
      netted,
    };
    return part.focus.length === 0 ? [] : [part];
  });
  return {
    parts,
    periods: periodsOf(tree, (node) => known([node])[0]),
    isComputed: [...nodesOf(tree)].some(isComputed),
  };
}

/** Series that a pattern adds up, and those of values added one to another. */
function sumsIn(condition: Expression, focus: readonly SeriesNode[]): (readonly SeriesNode[])[] {
  const added = [...nodesOf(condition)].flatMap((node) =>
    node.kind === "binary" && node.operator === "+" ? [rolesOf(node).focus] : [],
  );
  return [
    ...focus.filter((node) => leavesOf(node).length > 1).map((node) => [node]),
    ...added.filter((nodes) => nodes.every((node) => focus.includes(node))),
  ];
}

/** What is left of gross purchases or sales when the other is taken away; "net-sales" are above 0 where more was sold. */
function nettedFrom(series: Series, side: FlowSide): Series {
  return {
    ...series,
    key: `net of ${series.key}`,
    measure: side === 1 ? "net" : "net-sales",
    title: series.title.replace("Gross", "Net"),
    names: series.names.map((name) => name.replace("gross", "net")),
  };
}

/** The subject of several expressions that one claim rests on. */
export function joinSubjects(subjects: readonly Subject[]): Subject {
  return {
    parts: subjects.flatMap(({ parts }) => parts),
    periods: {
      spans: subjects.flatMap(({ periods }) => periods.spans),
      isComplete: subjects.every(({ periods }) => periods.isComplete),
      isAverage: subjects.some(({ periods }) => periods.isAverage),
    },
    isComputed: subjects.some((subject) => subject.isComputed),
  };
}

function isComputed(node: Expression): boolean {
  if (node.kind !== "binary") return node.kind === "growth";
  return (
    /^[*/]$/u.test(node.operator) && [node.left, node.right].some(({ kind }) => kind === "number")
  );
}

function conditionsOf(tree: Expression): Expression[] {
  return tree.kind === "binary" && (tree.operator === "and" || tree.operator === "or")
    ? [...conditionsOf(tree.left), ...conditionsOf(tree.right)]
    : [tree];
}

interface Roles {
  readonly focus: readonly SeriesNode[];
  readonly background: readonly SeriesNode[];
  readonly whole: readonly SeriesNode[];
}

function rolesOf(node: Expression): Roles {
  if (node.kind === "share" || node.kind === "contribution") {
    return { focus: [node.part], background: [node.whole], whole: [node.whole] };
  }
  if (node.kind === "distance") {
    return { focus: [node.key], background: [node.other], whole: [node.other] };
  }
  if (node.kind === "rank")
    return { focus: [node.key], background: node.peers ? [node.peers] : [], whole: [] };
  const { series, within } = partsOf(node);
  if (node.kind === "binary" && (node.operator === "/" || node.operator === "-")) {
    const [over, under] = [rolesOf(node.left), rolesOf(node.right)];
    if (over.focus.length > 0) {
      return {
        focus: over.focus,
        background: [...over.background, ...under.focus, ...under.background],
        whole: [...over.whole, ...under.focus, ...under.whole],
      };
    }
  }
  const inner = within.map(rolesOf);
  return {
    focus: [...series, ...inner.flatMap(({ focus }) => focus)],
    background: inner.flatMap(({ background }) => background),
    whole: inner.flatMap(({ whole }) => whole),
  };
}
