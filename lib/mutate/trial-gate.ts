import type { Nodes, Root } from "mdast";
import type {} from "mdast-util-mdx";
import { parseArticle, type ChartHeadline } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { ClaimBasis } from "./alike-words.ts";
import type { Mutation } from "./mutation.ts";

/** An article with the headlines of the charts it shows. */
export interface TrialArticle {
  readonly slug: string;
  readonly file: string;
  readonly source: string;
  readonly tree: Root;
  readonly headlines: ReadonlyMap<string, ChartHeadline>;
  /** What its claims are evaluated with. */
  readonly basis: ClaimBasis;
}

/** The gate without the lock, for one article and its changes. */
export interface TrialGate {
  /** The problems of the whole article as it is. */
  problems(): Promise<readonly Problem[]>;
  /** The problems that a change brings, found in the part of the article that the gate can see it from. */
  problemsOf(mutation: Mutation): Promise<readonly Problem[]>;
  /** The same, found in the whole article: slower, and the same but for their places. */
  problemsOfWhole(mutation: Mutation): Promise<readonly Problem[]>;
}

/**
 * What the gate says of a claim depends on its own block and the one before, on the headings it stands under, on headline and dek, and on the
 * frontmatter. So a change is tried on an article of these alone, which takes a hundredth of the time; one of the headline
 * is tried on the whole.
 */
export function createTrialGate(
  trial: TrialArticle,
  reader: SeriesReader,
  nouns: Nouns | null,
): TrialGate {
  const { slug, file, source, tree } = trial;
  const children = tree.children.filter(({ type }) => type !== "yaml");
  const whole = children.map((_, index) => index);
  // What stands before the text is the frontmatter.
  const head = source.slice(0, children[0] && startOf(children[0])).trimEnd();
  const known = new Map<string, Promise<ReadonlySet<string>>>();

  async function check(kept: readonly number[], mutation: Mutation | null): Promise<Problem[]> {
    const pieces = kept.map((index) => pieceOf(children[index], source, mutation));
    const article = parseArticle(
      [head, ...pieces].join("\n\n"),
      { slug, file },
      changeHeadlines(trial.headlines, mutation),
    );
    const checked = article.article && (await checkArticle(article.article, reader, nouns));
    return [...article.problems, ...(checked?.problems ?? [])];
  }

  /** What is said of a part as it is: a name that is used in another part is not missed in this one. */
  function knownOf(kept: readonly number[]): Promise<ReadonlySet<string>> {
    const name = kept.join(" ");
    const found =
      known.get(name) ?? check(kept, null).then((problems) => new Set(problems.map(nameOf)));
    known.set(name, found);
    return found;
  }

  async function newProblems(kept: readonly number[], mutation: Mutation): Promise<Problem[]> {
    const before = await knownOf(kept);
    const after = await check(kept, mutation);
    return after.filter((problem) => !before.has(nameOf(problem)));
  }

  return {
    problems: () => check(whole, null),
    problemsOf: (mutation) => newProblems(partAround(children, mutation), mutation),
    problemsOfWhole: (mutation) => newProblems(whole, mutation),
  };
}

function nameOf({ kind, message }: Problem): string {
  return `${kind}: ${message}`;
}

/** The parts of the text that a change is tried on. */
function partAround(children: readonly Nodes[], { document, start }: Mutation): number[] {
  const changed = children.findIndex((node) =>
    document === "article"
      ? startOf(node) <= start && start <= endOf(node)
      : `chart ${chartOf(node)}` === document,
  );
  const isAlways = (node: Nodes) => depthOf(node) === 1 || nameOfElement(node) === "Dek";
  const own = children[changed];
  if (own === undefined || depthOf(own) === 1) return children.map((_, index) => index);
  return children.flatMap((node, index) =>
    isAlways(node) ||
    // The paragraph before names what goes without saying in the next.
    Math.abs(index - changed) <= 1 ||
    isAbove(children, index, changed) ||
    isUnder(children, index, changed)
      ? [index]
      : [],
  );
}

/** Whether a child is a heading that another stands under. */
function isAbove(children: readonly Nodes[], index: number, below: number): boolean {
  const depth = depthOf(children[index]);
  if (depth === null || index >= below) return false;
  return children.slice(index + 1, below + 1).every((node) => (depthOf(node) ?? Infinity) > depth);
}

/** Whether a child stands under another, which is a heading. */
function isUnder(children: readonly Nodes[], index: number, above: number): boolean {
  return isAbove(children, above, index);
}

function depthOf(node: Nodes | undefined): number | null {
  return node?.type === "heading" ? node.depth : null;
}

function nameOfElement(node: Nodes): string | null {
  return node.type === "mdxJsxFlowElement" ? node.name : null;
}

function chartOf(node: Nodes): string | null {
  if (node.type !== "mdxJsxFlowElement" || node.name !== "Chart") return null;
  const id = node.attributes.find(
    (attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === "id",
  );
  return typeof id?.value === "string" ? id.value : null;
}

function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}

function endOf({ position }: Nodes): number {
  return position?.end.offset ?? 0;
}

function pieceOf(node: Nodes | undefined, source: string, mutation: Mutation | null): string {
  if (node === undefined) return "";
  const [from, to] = [startOf(node), endOf(node)];
  const text = source.slice(from, to);
  if (mutation?.document !== "article" || mutation.start < from || mutation.start > to) return text;
  return applyChange(text, mutation, from);
}

function changeHeadlines(
  headlines: TrialArticle["headlines"],
  mutation: Mutation | null,
): TrialArticle["headlines"] {
  if (mutation === null || mutation.document === "article") return headlines;
  const id = mutation.document.slice("chart ".length);
  const headline = headlines.get(id);
  if (headline === undefined) return headlines;
  return new Map([
    ...headlines,
    [id, { ...headline, text: applyChange(headline.text, mutation, 0) }],
  ]);
}

function applyChange(text: string, { start, end, replacement }: Mutation, from: number): string {
  return text.slice(0, start - from) + replacement + text.slice(end - from);
}
