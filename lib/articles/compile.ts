import { createHash } from "node:crypto";
import type { Paragraph, PhrasingContent, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import GithubSlugger from "github-slugger";
import { bundleMDX } from "mdx-bundler";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import type { PluggableList } from "unified";
import { visit } from "unist-util-visit";
import type { Article } from "./article.ts";
import type { JsxElement } from "./components.ts";

/** Compiled code by the hash of what it was made from. Only whole results are kept: a failure throws past this. */
const compiled = new Map<string, Promise<string>>();

/**
 * Footnotes are `#fn-1` and lead back to `#fnref-1`, on the page as in feeds: by these names readers know a note and show it in
 * place, and who is sent from a feed to the page finds it there.
 */
export const notePrefix = "";

/** Compiling in parallel makes esbuild start many services at once; one article after another is quicker. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * The article's MDX as code for `getMDXComponent`. Each `<Claim>` has only its `id`, each `<Chart>` its headline as
 * children, and each `##` heading the id listed in `contents`.
 */
export function compileArticle(article: Article): Promise<string> {
  const headlines = article.charts.map(({ id, headline }) => [id, toString(headline)]);
  const ids = article.claims.map((claim) => claim.id);
  const hash = createHash("sha256")
    .update(JSON.stringify([article.source, headlines, ids]))
    .digest("hex");
  const known = compiled.get(hash);
  if (known) return known;
  const result = queue.then(() => bundle(article));
  queue = result.catch(() => undefined);
  compiled.set(hash, result);
  result.catch(() => compiled.delete(hash));
  return result;
}

async function bundle(article: Article): Promise<string> {
  const prepare = () => (tree: Root) => prepareTree(tree, article);
  const remarkPlugins: PluggableList = [remarkFrontmatter, remarkGfm, prepare];
  const { code } = await bundleMDX({
    source: article.source,
    mdxOptions: () => ({ remarkPlugins, remarkRehypeOptions: { clobberPrefix: notePrefix } }),
  });
  return code;
}

/** Puts chart headlines, claim ids and heading ids into a tree of the article's text, in place. */
export function prepareTree(tree: Root, article: Article): void {
  const slugger = new GithubSlugger();
  // The claims were numbered with the body's first and the chart headlines' after them, so that is the order here too.
  const ids = article.claims.map((claim) => claim.id);
  let next = 0;
  const nameClaims = (root: Root) =>
    visit(root, (node) => {
      if (!isElement(node) || node.name !== "Claim") return;
      node.attributes = [{ type: "mdxJsxAttribute", name: "id", value: ids[next] ?? null }];
      next += 1;
    });
  nameClaims(tree);
  const headlines = new Map(
    article.charts.map(({ id, headline }) => {
      const copy = structuredClone(headline);
      nameClaims(copy);
      return [id, copy] as const;
    }),
  );
  visit(tree, (node) => {
    if (node.type === "heading" && node.depth === 2) {
      node.data = { ...node.data, hProperties: { id: slugger.slug(toString(node)) } };
    }
    if (isElement(node) && node.name === "Chart") {
      const headline = headlines.get(attributeOf(node, "id") ?? "");
      if (headline) setChildren(node, phrasesOf(headline));
    }
  });
}

/** The value of a string attribute. */
export function attributeOf(element: JsxElement, name: string): string | null {
  const attribute = element.attributes.find(
    (candidate) => candidate.type === "mdxJsxAttribute" && candidate.name === name,
  );
  return typeof attribute?.value === "string" ? attribute.value : null;
}

function setChildren(element: JsxElement, children: PhrasingContent[]): void {
  if (element.type === "mdxJsxTextElement") element.children = children;
  // A headline stands in a heading, where a paragraph may not.
  else element.children = [{ type: "paragraph", children, data: { hName: "span" } }];
}

function phrasesOf(headline: Root): PhrasingContent[] {
  const paragraph = headline.children.find((node): node is Paragraph => node.type === "paragraph");
  return paragraph?.children ?? [];
}

function isElement(node: { type: string }): node is JsxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}
