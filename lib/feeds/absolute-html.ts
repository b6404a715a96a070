import type { ElementContent, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";

/** Properties of HTML elements that hold one address. */
const addressProperties = ["href", "src", "poster", "cite"] as const;

/** Where a subscriber's reader has no business: it strips or runs these, and neither is wanted. */
const unwanted = new Set(["script", "style", "link", "iframe", "form", "button"]);

/**
 * HTML for a reader that knows no base address: every link and picture absolute against `page`, `srcset` dropped (the
 * plain `src` says enough), scripts, styles and controls removed. Same input, same bytes.
 */
export function absoluteHtml(html: string, page: URL): string {
  const root: Root = fromHtml(html, { fragment: true });
  root.children = root.children.filter(isWanted);
  for (const child of root.children) absolutize(child, page);
  return toHtml(root);
}

function isWanted(node: RootContent | ElementContent): boolean {
  return node.type !== "comment" && !(node.type === "element" && unwanted.has(node.tagName));
}

function absolutize(node: RootContent | ElementContent, page: URL): void {
  if (node.type !== "element") return;
  for (const name of addressProperties) {
    const address = node.properties[name];
    if (typeof address === "string") node.properties[name] = absolute(address, page);
  }
  delete node.properties["srcSet"];
  node.children = node.children.filter(isWanted);
  for (const child of node.children) absolutize(child, page);
}

/** An address that cannot be read stays as it is: a broken link is the editor's to see, not a reason for no feed. */
function absolute(address: string, page: URL): string {
  return URL.canParse(address, page) ? new URL(address, page).href : address;
}
