import type { RootContent } from "mdast";
import type { Place } from "#lib/series/problem";
import type { Article } from "./article.ts";
import { unreadParts } from "./unread-parts.ts";

/**
 * Whether what a claim is about may stand in words that could not be read: in the text right before its own, or in a heading
 * above. Nothing is missing there before the words can be read.
 */
export function findLostContext(article: Article): (claim: Place) => boolean {
  if (article.complete) return () => false;
  const { source, tree } = article;
  const lost = unreadParts(article, []).map(({ text, from }) => ({
    line: source.slice(0, from).split("\n").length,
    isHeading: /^ {0,3}#/u.test(text),
  }));
  const texts = tree.children.filter(isText).map(linesOf);
  return ({ line }) => {
    const own = texts.find(({ last }) => last >= line)?.first ?? line;
    const before = texts.findLast(({ last }) => last < own)?.last ?? 0;
    return lost.some((part) => part.line < own && (part.isHeading || part.line > before));
  };
}

/** A note of an editor and a chart stand between texts, and are none. */
function isText(node: RootContent): boolean {
  return (
    node.type !== "mdxFlowExpression" &&
    (node.type !== "mdxJsxFlowElement" || node.children.length > 0)
  );
}

function linesOf({ position }: RootContent): { first: number; last: number } {
  return { first: position?.start.line ?? 0, last: position?.end.line ?? 0 };
}
