import type { Nodes } from "mdast";
import type {} from "mdast-util-mdx";
import { toString } from "mdast-util-to-string";
import type { Article } from "#lib/articles/article";
import { attributeOf } from "#lib/articles/compile";
import type { JsxElement } from "#lib/articles/components";
import { nearest } from "#lib/series/nearest";
import type { Problem } from "#lib/series/problem";
import { readShow } from "./chart-shows.ts";
import { viewedChart, type ChartGround } from "./viewed-charts.ts";

/**
 * What is wrong with the guided links of an article: one to a chart that the article has not, one that asks of a chart what
 * it cannot show, one without words, and one where no link may stand.
 */
export async function checkShows(
  { tree, file, charts, frontmatter }: Pick<Article, "tree" | "file" | "charts" | "frontmatter">,
  ground: ChartGround,
): Promise<Problem[]> {
  const ids = charts.map(({ id }) => id);
  const problems: Problem[] = [];
  for (const { element, inside } of findShows(tree, undefined)) {
    const { line, column } = element.position?.start ?? { line: 1, column: 1 };
    const wrong = (message: string, fix: string): void => {
      problems.push({ kind: "show", message, at: { file, line, column }, fix });
    };
    const chart = attributeOf(element, "chart") ?? "";
    if (toString(element).trim() === "")
      wrong("<Show> holds no words", "put the link's words in it");
    else if (element.type === "mdxJsxFlowElement") {
      wrong("a <Show> stands on a line of its own", "keep it within its sentence");
    } else if (inside !== undefined) {
      wrong(`a <Show> stands inside ${inside}`, "it is a link: put it into plain text");
    } else if (!ids.includes(chart)) {
      const [likely] = nearest(chart, ids, 1);
      const list = `this article shows ${ids.join(", ") || "no chart"}`;
      wrong(
        `<Show> names the chart "${chart}", which is not in this article`,
        likely === undefined ? list : `write ${likely}; ${list}`,
      );
    } else {
      const viewed = await viewedChart(chart, frontmatter.asOf, ground);
      // What stands in the way of the chart itself is told with the charts.
      if (!viewed.ok) continue;
      const read = readShow(attributesOf(element), viewed.view);
      if (!read.ok) wrong(`the chart "${chart}" ${read.message}`, read.fix);
    }
  }
  return problems;
}

function attributesOf(element: JsxElement) {
  return {
    range: attributeOf(element, "range"),
    from: attributeOf(element, "from"),
    to: attributeOf(element, "to"),
    transformation: attributeOf(element, "transformation"),
    highlight: attributeOf(element, "highlight"),
  };
}

/** What a link may not stand in, as an editor calls it. */
const closed: Readonly<Record<string, string>> = {
  heading: "a heading",
  link: "a link",
  linkReference: "a link",
};

function findShows(
  node: Nodes,
  inside: string | undefined,
): { readonly element: JsxElement; readonly inside: string | undefined }[] {
  const isElement = node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
  const isShow = isElement && node.name === "Show";
  const found = isShow ? [{ element: node, inside }] : [];
  if (!("children" in node)) return found;
  const isLink = isShow || (isElement && node.name === "Term");
  const within = isLink ? "another link" : closed[node.type];
  return [...found, ...node.children.flatMap((child) => findShows(child, within ?? inside))];
}
