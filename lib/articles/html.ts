import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Parents, Root } from "mdast";
import { toHast, type State } from "mdast-util-to-hast";
import { htmlTable } from "#lib/charts/html-table";
import type { ChartTable } from "#lib/charts/table";
import { formatDay } from "#lib/series/format";
import type { Article } from "./article.ts";
import { attributeOf, notePrefix, prepareTree } from "./compile.ts";
import type { JsxElement } from "./components.ts";
import type { ArticleSource } from "./frontmatter.ts";

/** A chart outside the site. */
export interface OutsideChart {
  /** Null when it could not be drawn: its table takes its place. */
  readonly picture: {
    readonly url: string;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly alt: string;
  readonly source: string;
  readonly table: ChartTable;
}

/** What an article needs to stand on its own elsewhere; every address is absolute. */
export interface OutsideLinks {
  receipt(claimId: string): string;
  chart(id: string): OutsideChart;
  article: string;
}

/**
 * The article's body as HTML for a feed reader: no scripts, no classes, charts as pictures, claims as links to their
 * receipts with a tick, quoted figures with who said them, and the sources at the end. The headline is left out, since
 * readers show the item's title.
 */
export function articleHtml(article: Article, links: OutsideLinks): string {
  const tree: Root = structuredClone(article.tree);
  prepareTree(tree, article);
  tree.children = tree.children.filter((node) => node.type !== "heading" || node.depth > 1);
  const render = (state: State, node: JsxElement, _parent: Parents | undefined) =>
    renderElement(state, node, links, article.frontmatter.sources);
  const hast = toHast(tree, {
    clobberPrefix: notePrefix,
    handlers: { mdxJsxFlowElement: render, mdxJsxTextElement: render, yaml: () => undefined },
  });
  return toHtml(hast) + toHtml({ type: "root", children: sourceList(article.frontmatter.sources) });
}

function renderElement(
  state: State,
  node: JsxElement,
  links: OutsideLinks,
  sources: readonly ArticleSource[],
): ElementContent | ElementContent[] | undefined {
  const children = state.all(node);
  switch (node.name) {
    case "Claim":
      return element("a", { href: links.receipt(attributeOf(node, "id") ?? "") }, [
        ...children,
        text("\u202f\u2713"),
      ]);
    case "Quoted":
      return [
        ...children,
        ...attribution(sources.find(({ id }) => id === attributeOf(node, "source"))),
      ];
    case "Chart":
      return renderChart(links.chart(attributeOf(node, "id") ?? ""), unwrap(children));
    case "Dek":
      // On a line of its own the dek is a block; with its words on the same line it already stands in a paragraph.
      return node.type === "mdxJsxTextElement"
        ? element("em", {}, children)
        : element("p", {}, [element("em", {}, unwrap(children))]);
    case "Note":
      return node.type === "mdxJsxTextElement"
        ? element("small", {}, children)
        : element("blockquote", {}, children);
    default:
      return children;
  }
}

/** " (GMTEight)", linked where the source has an address. */
function attribution(source: ArticleSource | undefined): ElementContent[] {
  if (!source) return [];
  const name = text(source.publisher);
  const linked = source.url === null ? name : element("a", { href: source.url }, [name]);
  return [text(" ("), linked, text(")")];
}

function sourceList(sources: readonly ArticleSource[]): ElementContent[] {
  if (sources.length === 0) return [];
  const items = sources.map(({ publisher, title, date, url }) => {
    const words = text(title);
    const linked = url === null ? words : element("a", { href: url }, [words]);
    return element("li", {}, [text(`${publisher}: `), linked, text(`, ${formatDay(date)}`)]);
  });
  return [element("h2", {}, [text("Sources of quoted figures")]), element("ul", {}, items)];
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

function renderChart(
  { picture, alt, source, table }: OutsideChart,
  headline: ElementContent[],
): Element {
  const above = element("p", {}, [element("strong", {}, headline)]);
  if (picture !== null) {
    // The source stands in the picture: who sees the picture reads it there, and who does not, in its description.
    const { url: src, width, height } = picture;
    const description = `${alt} ${source}.`;
    return element("figure", {}, [
      above,
      element("img", { src, alt: description, width, height }, []),
    ]);
  }
  return element("figure", {}, [
    above,
    element("p", {}, [text(alt)]),
    htmlTable(table),
    element("figcaption", {}, [text(source)]),
  ]);
}

/** The phrases of a paragraph or a chart's headline, without the element around them. */
function unwrap(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) =>
    child.type === "element" && (child.tagName === "p" || child.tagName === "span")
      ? child.children
      : [child],
  );
}

function element(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}
