import type { Cdata, Root } from "xast";
import { toXml } from "xast-util-to-xml";
import { feedText } from "./feed-text.ts";

/** Some readers know the five names of XML and no numbers; the ampersand comes last, since others are written with it. */
const named = [
  ["&#x3C;", "&lt;"],
  ["&#x22;", "&quot;"],
  ["&#x26;", "&amp;"],
] as const;

/** The document as text. */
export function xmlDocument(root: Root): string {
  const written = named.reduce((text, [from, to]) => text.replaceAll(from, to), toXml(root));
  return `<?xml version="1.0" encoding="utf-8"?>\n${written}\n`;
}

/**
 * A text, markup above all, as character data that every reader takes as it is: some take what is escaped apart twice. What would
 * end it is cut in two.
 */
export function characterData(text: string): Cdata[] {
  const parts = feedText(text).split("]]>");
  return parts.map((part, index) => ({
    type: "cdata",
    value: `${index === 0 ? "" : ">"}${part}${index === parts.length - 1 ? "" : "]]"}`,
  }));
}

/** A text that is no markup: escaped, but as character data where it has what XML forbids in a text (section 2.4). */
export function plainText(text: string): string | Cdata[] {
  return text.includes("]]>") ? characterData(text) : feedText(text);
}
