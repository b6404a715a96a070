import type { Cdata, Root } from "xast";
import { toXml } from "xast-util-to-xml";
import { feedText } from "./feed-text.ts";

/** Some readers know the five names of XML and no numbers. */
const names: Readonly<Record<string, string>> = {
  "&#x3C;": "&lt;",
  "&#x22;": "&quot;",
  "&#x26;": "&amp;",
};

/** The document as text. What is character data stays as it is. */
export function xmlDocument(root: Root): string {
  const written = toXml(root).replace(
    /<!\[CDATA\[[\s\S]*?\]\]>|&#x(?:3C|22|26);/g,
    (found) => names[found] ?? found,
  );
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
