import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { sanitize, type Schema } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";

/**
 * The names of footnotes and of the places they belong to. Links to them are absolute as all are: in a reader that keeps these names
 * they stay in the entry, and in one that strips them they lead to the note on the page.
 */
const noteId: [string, RegExp] = ["id", /^fn(?:ref)?-/];

/** What readers of feeds keep of a text; they strip the rest, or run it, and neither is wanted. */
const kept: Schema = {
  tagNames: [
    ...["h2", "h3", "h4", "h5", "h6", "p", "blockquote", "pre", "hr", "br", "div", "section"],
    ...["ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "img"],
    ...["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"],
    ...["a", "em", "strong", "b", "i", "s", "u", "small", "sub", "sup", "del", "ins", "mark"],
    ...["code", "kbd", "samp", "var", "abbr", "cite", "q", "time", "span", "bdi", "bdo", "wbr"],
    ...["ruby", "rt", "rp"],
  ],
  attributes: {
    a: ["href", noteId],
    blockquote: ["cite"],
    img: ["src", "alt", "width", "height"],
    table: ["style"],
    th: ["style", "align", "scope", "colSpan", "rowSpan"],
    td: ["style", "align", "colSpan", "rowSpan"],
    li: [noteId],
    ol: ["start", "reversed"],
    time: ["dateTime"],
    "*": ["lang", "dir", "title"],
  },
  clobber: [],
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https"], cite: ["http", "https"] },
  strip: ["script", "style", "iframe", "object", "button", "select", "textarea", "template"],
};

/** Lines under the rows of tables that bring no style of their own: no style sheet of ours is there. */
const tableStyles: Readonly<Record<string, string>> = {
  table: "border-collapse:collapse",
  th: "padding:4px 12px 4px 0;border-bottom:1px solid #ccc",
  td: "padding:4px 12px 4px 0;border-bottom:1px solid #ccc",
};

/**
 * HTML for a reader that knows no base address and no style sheet: every link and picture absolute against `page`, nothing that
 * readers strip, tables with styles of their own. Same input, same bytes.
 */
export function absoluteHtml(html: string, page: URL): string {
  const tree = sanitize(fromHtml(html, { fragment: true }), kept);
  prepare(tree, page);
  return toHtml(tree);
}

function prepare(node: Nodes, page: URL): void {
  if (node.type === "element") prepareElement(node, page);
  if ("children" in node) for (const child of node.children) prepare(child, page);
}

function prepareElement({ tagName, properties }: Element, page: URL): void {
  for (const name of ["href", "src", "cite"]) {
    const address = properties[name];
    if (typeof address === "string") properties[name] = absolute(address, page);
  }
  const style = tableStyles[tagName];
  if (style !== undefined) properties["style"] ??= style;
  // Heads of columns stand in the middle unless told.
  if (tagName === "th" && properties["style"] === style) properties["align"] ??= "left";
}

/** An address that cannot be read stays as it is: a broken link is the editor's to see, not a reason for no feed. */
function absolute(address: string, page: URL): string {
  return URL.canParse(address, page) ? new URL(address, page).href : address;
}
