import type { ElementContent, Root, RootContent } from "hast";
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from "mdast-util-mdx-jsx";
import { toHast } from "mdast-util-to-hast";
import { visit } from "unist-util-visit";
import type { Place, Problem } from "#lib/series/problem";
import type { Article, ChartHeadline } from "./article.ts";
import { prepareTree } from "./compile.ts";
import { contentOf, findProblemWords, type ProblemWords } from "./problem-words.ts";
import { stringAttribute, toShowable } from "./showable-tree.ts";
import { unreadParts } from "./unread-parts.ts";

/** An article's text with its problems in it. */
export interface MarkedProblems {
  /**
   * The text as far as it could be read, ready to be shown. What a problem is about stands in `Problem {numbers}`; a block has
   * an empty one before it; what could not be read stands in `Unread {numbers}`. A `Claim` has an `id` if it is a claim.
   */
  readonly tree: Root;
  /** The numbers of the problems that stand in it. Others are about the frontmatter, or about what is not there. */
  readonly placed: ReadonlySet<number>;
  /** Which claim a problem is about, by its id. */
  readonly claims: ReadonlyMap<number, string>;
}

type Headlines = ReadonlyMap<string, ChartHeadline>;
type Element = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** Puts the problems of an article where they are in its text. Each goes by its number: its position in the list, from 1. */
export function markProblems(
  article: Article,
  problems: readonly Problem[],
  headlines: Headlines,
): MarkedProblems {
  const tree = treeOf(article);
  const charts = elementsOf(tree, "Chart").map((chart) => ({
    chart,
    headline: headlines.get(stringAttribute(chart, "id") ?? ""),
  }));
  nameClaims(elementsOf(tree, "Claim"), article, article.file, (place) => place);
  for (const { chart, headline } of charts) {
    if (headline === undefined) continue;
    const claims = elementsOf({ type: "root", children: [...contentOf(chart)] }, "Claim");
    nameClaims(claims, article, headline.at.file, (place) => inFile(place, headline.at));
  }
  const placed = new Set<number>();
  const claims = new Map<number, string>();
  const found: Found = new Map();
  for (const [index, problem] of problems.entries()) {
    const words = wordsOf(problem, tree, article, charts);
    if (words === null) continue;
    const number = index + 1;
    placed.add(number);
    found.set(words.node, [...(found.get(words.node) ?? []), { number, words }]);
    const id = words.node.type === "mdxJsxTextElement" ? claimId(words.node) : null;
    if (id !== null) claims.set(number, id);
  }
  const children = surround(contentOf(tree), found);
  for (const { text, from, numbers } of unreadParts(article, problems)) {
    for (const number of numbers) placed.add(number);
    const next = children.findIndex(({ position }) => (position?.start.offset ?? -1) > from);
    const unread = problemElement("Unread", numbers, [{ type: "text", value: text }]);
    children.splice(next < 0 ? children.length : next, 0, unread);
  }
  return { tree: { type: "root", children: toShowable(children, article.source) }, placed, claims };
}

/** The text as hypertext, with its components as they are. */
function treeOf(article: Article): Root {
  const text = structuredClone(article.tree);
  prepareTree(text, article);
  const tree = toHast(text, {
    passThrough: [
      "mdxJsxFlowElement",
      "mdxJsxTextElement",
      "mdxFlowExpression",
      "mdxTextExpression",
      "mdxjsEsm",
    ],
  });
  return { type: "root", children: tree.type === "root" ? tree.children.flatMap(plainly) : [] };
}

/** An import is code like any other. */
function plainly(node: RootContent): ElementContent[] {
  if (node.type === "doctype") return [];
  if (node.type !== "mdxjsEsm") return [node];
  return [{ type: "mdxFlowExpression", value: node.value, position: node.position }];
}

function elementsOf(tree: Root, name: string): Element[] {
  const elements: Element[] = [];
  visit(tree, (node) => {
    const isElement = node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
    if (isElement && node.name === name) elements.push(node);
  });
  return elements;
}

/** A place in a headline's own text as one in the file that it stands in. */
function inFile({ line, column }: Point, start: Place): Point {
  return {
    line: line + start.line - 1,
    column: line === 1 ? column + start.column - 1 : column,
  };
}

type Point = Pick<Place, "line" | "column">;

/**
 * Gives each claim its id by its place. The compiler gives them in their order, which is right for articles without problems:
 * where there are some, not every mark is a claim.
 */
function nameClaims(
  elements: readonly Element[],
  { claims }: Article,
  file: string,
  placeOf: (point: Point) => Point,
): void {
  for (const element of elements) {
    const start = element.position && placeOf(element.position.start);
    const claim = claims.find(
      ({ at }) => at.file === file && at.line === start?.line && at.column === start.column,
    );
    element.attributes =
      claim === undefined ? [] : [{ type: "mdxJsxAttribute", name: "id", value: claim.id }];
  }
}

function claimId(element: Element): string | null {
  return element.name === "Claim" ? stringAttribute(element, "id") : null;
}

interface ShownChart {
  readonly chart: Element;
  readonly headline: ChartHeadline | undefined;
}

/** The words that a problem is about, in the article's own text or in the headline of a chart of it. */
function wordsOf(
  { at, message }: Problem,
  tree: Root,
  { file, source }: Article,
  charts: readonly ShownChart[],
): ProblemWords | null {
  if (at.file === file) return findProblemWords(tree, source, at, message);
  for (const { chart, headline } of charts) {
    if (headline?.at.file !== at.file) continue;
    const start = headline.at;
    const own = {
      line: at.line - start.line + 1,
      column: at.line === start.line ? at.column - start.column + 1 : at.column,
    };
    const text: Root = { type: "root", children: [...contentOf(chart)] };
    const words = findProblemWords(text, headline.text, own, message);
    return words === null || words.how === "block" ? { how: "block", node: chart } : words;
  }
  return null;
}

type Found = Map<
  ElementContent,
  readonly { readonly number: number; readonly words: ProblemWords }[]
>;

/** The same content with problems round it, or before it where it is a block. */
function surround(nodes: readonly ElementContent[], found: Found): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    const own = found.get(node) ?? [];
    if ("children" in node) node.children = surround(node.children, found);
    const [first] = own;
    if (first === undefined) return [node];
    if (node.type === "text") return cutText(node.value, own);
    const numbers = own.map(({ number }) => number);
    return first.words.how === "element"
      ? [problemElement("Problem", numbers, [node])]
      : [problemElement("Problem", numbers, []), node];
  });
}

/** A text cut at the words of its problems; words that overlap are one. */
function cutText(value: string, own: readonly { number: number; words: ProblemWords }[]) {
  const spans: { numbers: number[]; from: number; to: number }[] = [];
  const all = own.flatMap(({ number, words }) =>
    words.how === "words" ? [{ number, from: words.from, to: words.to }] : [],
  );
  for (const { number, from, to } of all.sort((left, right) => left.from - right.from)) {
    const last = spans.at(-1);
    if (last === undefined || from >= last.to) spans.push({ numbers: [number], from, to });
    else {
      last.numbers.push(number);
      last.to = Math.max(last.to, to);
    }
  }
  const cut: ElementContent[] = [];
  let end = 0;
  for (const { numbers, from, to } of spans) {
    cut.push({ type: "text", value: value.slice(end, from) });
    const words = { type: "text" as const, value: value.slice(from, to) };
    cut.push(problemElement("Problem", numbers, [words]));
    end = to;
  }
  return [...cut, { type: "text" as const, value: value.slice(end) }];
}

function problemElement(
  name: "Problem" | "Unread",
  numbers: readonly number[],
  children: ElementContent[],
): MdxJsxTextElementHast {
  const attribute = { type: "mdxJsxAttribute" as const, name: "numbers", value: numbers.join(" ") };
  return { type: "mdxJsxTextElement", name, attributes: [attribute], children };
}
