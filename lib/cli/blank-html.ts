import { hiddenElements, lineElements } from "#lib/site/html-elements";

const isHidden = new RegExp(`^<(?<name>${hiddenElements})\\b`, "iu");
const isLine = new RegExp(`^</?(?:${lineElements})\\b`, "iu");
const isCell = /^<\/t[dh]\b/iu;
const html = /^\s*(?:<!doctype html|<html\b|<(?:body|article|div|p|table|ul|h1)\b[^<>]*>)/iu;

/** Whether a text is a page, or a piece of one. */
export function isHtml(text: string): boolean {
  return html.test(text);
}

/**
 * A page with spaces in the place of its tags and of what is not shown, so that every word stays where it is: a place in
 * what comes out is one in what went in. Lines mean nothing in HTML, so those of the page become spaces, and a tag that
 * begins a line of its own becomes one. Takes time in proportion to the length.
 */
export function blankHtml(page: string): string {
  const parts: string[] = [];
  // Behind it no tag ends, and none is looked for: each would be to the end of the page.
  const last = page.lastIndexOf(">");
  let at = 0;
  while (at < last) {
    const start = page.indexOf("<", at);
    if (start < 0 || start > last) break;
    const end = endOfTag(page, start);
    parts.push(page.slice(at, start).replace(/\s/gu, " "));
    if (end === null) {
      parts.push("<");
      at = start + 1;
      continue;
    }
    const stop = endOfHidden(page, start, end);
    parts.push(blankOf(page.slice(start, end), stop - start));
    at = stop;
  }
  parts.push(page.slice(at).replace(/\s/gu, " "));
  return parts.join("");
}

/** Where a tag or a comment ends; null for a "<" that begins none. */
function endOfTag(page: string, start: number): number | null {
  if (page.startsWith("<!--", start)) {
    const end = page.indexOf("-->", start);
    return end < 0 ? page.length : end + 3;
  }
  if (!/^<[a-z/!]/iu.test(page.slice(start, start + 2))) return null;
  return page.indexOf(">", start) + 1;
}

/** Where an element that is not shown ends, its closing tag included; the end of the tag for all others. */
function endOfHidden(page: string, start: number, end: number): number {
  const name = isHidden.exec(page.slice(start, end))?.groups?.["name"];
  if (name === undefined || page[end - 2] === "/") return end;
  const close = new RegExp(`</${name}\\s*>`, "giu");
  close.lastIndex = end;
  const found = close.exec(page);
  return found === null ? page.length : found.index + found[0].length;
}

function blankOf(tag: string, length: number): string {
  const sign = isCell.test(tag) ? "\t" : isLine.test(tag) ? "\n\n" : "";
  return sign.padEnd(length, " ");
}
