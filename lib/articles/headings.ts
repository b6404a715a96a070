import type { Heading, Nodes, Root } from "mdast";
import GithubSlugger from "github-slugger";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Place, Problem } from "#lib/series/problem";

/** What an article says of itself: the `#` heading, the `<Dek>`, the `##` headings with their ids on the page. */
export interface Headings {
  readonly headline: string;
  readonly dek: string;
  readonly contents: readonly { readonly id: string; readonly text: string }[];
}

/**
 * Finds headline, dek and contents. An article has one headline and one dek; where the text could not be read as a whole,
 * they may stand in what is missing.
 */
export function readHeadings(
  tree: Root,
  { start, complete }: { readonly start: Place; readonly complete: boolean },
): { headings: Headings; problems: Problem[] } {
  const titles: Nodes[] = [];
  const deks: Nodes[] = [];
  visit(tree, (node) => {
    if (node.type === "heading" && node.depth === 1) titles.push(node);
    if ("name" in node && node.name === "Dek") deks.push(node);
  });
  const headings: Headings = {
    headline: textOf(titles[0]),
    dek: textOf(deks[0]),
    contents: contentsOf(tree),
  };
  const problems = [
    ...(complete ? findMissing(titles, "headline", "one line that starts with #", start) : []),
    ...(complete ? findMissing(deks, "dek", "<Dek>…</Dek>", start) : []),
    ...findSecond(titles, "headline", start),
    ...findSecond(deks, "dek", start),
  ];
  return { headings, problems };
}

function findMissing(nodes: readonly Nodes[], what: string, form: string, start: Place): Problem[] {
  if (textOf(nodes[0]) !== "") return [];
  const message = `the article has no ${what}`;
  return [{ kind: "structure", message, at: start, fix: `add a ${what}: ${form}` }];
}

function findSecond(nodes: readonly Nodes[], what: string, start: Place): Problem[] {
  return nodes.slice(1).map(({ position }) => ({
    kind: "structure",
    message: `the article has a second ${what}`,
    at: {
      file: start.file,
      line: position?.start.line ?? 1,
      column: position?.start.column ?? 1,
    },
    fix: what === "headline" ? "start a section with ##" : "keep one of them",
  }));
}

function textOf(node: Nodes | undefined): string {
  return node ? toString(node).trim() : "";
}

function contentsOf(tree: Root): { id: string; text: string }[] {
  const slugger = new GithubSlugger();
  return tree.children
    .filter((node): node is Heading => node.type === "heading" && node.depth === 2)
    .map((heading) => ({ id: slugger.slug(toString(heading)), text: toString(heading) }));
}
