import type { Fields } from "./exchange.ts";

/** Whether a page was sent in place of a file: by its media type, or by how it begins. */
export function isHtmlPage(fields: Fields, body: Uint8Array): boolean {
  if (/^(text\/html|application\/xhtml\+xml)\b/i.test(fields["content-type"] ?? "")) return true;
  return /^\s*<(!doctype html|html|head|body)\b/i.test(beginningOf(body));
}

/** What was expected, and what a person would have seen: an error page is most often told by its title. */
export function describeHtmlPage(body: Uint8Array): string {
  const title = /<title[^>]*>([^<]{1,120})/i.exec(beginningOf(body))?.[1]?.trim();
  return `Expected a data file, found an HTML page${title ? ` titled "${title}"` : ""}`;
}

function beginningOf(body: Uint8Array): string {
  return new TextDecoder().decode(body.subarray(0, 4_096));
}
