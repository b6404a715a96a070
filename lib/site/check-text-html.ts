import { hiddenElements, lineElements } from "./html-elements.ts";

/** Elements by which a text is known to be HTML. Anything else in pointed brackets is text. */
const known =
  "a|abbr|article|aside|b|blockquote|body|br|caption|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|object|ol|option|p|pre|q|s|script|section|select|small|span|strong|style|sub|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|video";

/** What holds no text for readers. */
const hidden = new RegExp(`^(?:${hiddenElements})$`);

/** Of these, what browsers take for text of no markup to its end, or to that of the page. All others hide nothing unless closed. */
const raw = /^(?:iframe|script|style|textarea)$/;

/** What begins a line of its own. */
const block = new RegExp(`^(?:${lineElements})$`);

const opening = new RegExp(`^</?(?<name>${known})(?=[\\s/>])`, "i");

const entities: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", minus: "\u2212" },
  ...{ ndash: "\u2013", mdash: "\u2014", hellip: "\u2026", lsquo: "\u2018", rsquo: "\u2019" },
  ...{ ldquo: "\u201c", rdquo: "\u201d", thinsp: "\u2009", cent: "\u00a2", frac12: "\u00bd" },
};

/**
 * The words of a text that is HTML, a line for each of its blocks, the cells of a row parted by tabs; null for one that is none.
 * It is taken apart and never put into a page as markup. Takes time in proportion to the length.
 */
export function textOfHtml(text: string): string | null {
  if (!isHtml(text)) return null;
  const parts: string[] = [];
  const isEnded = endsIn(text);
  let within: string | null = null;
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf("<", at);
    if (within === null) parts.push(words(text.slice(at, start < 0 ? undefined : start)));
    if (start < 0) break;
    const tag = tagAt(text, start);
    if (tag === null) {
      if (within === null) parts.push("<");
      at = start + 1;
      continue;
    }
    at = tag.end;
    if (within !== null) {
      if (tag.isEnd && tag.name === within) within = null;
    } else if (!tag.isEnd && hidden.test(tag.name)) {
      if (raw.test(tag.name) || isEnded(tag.name, at)) within = tag.name;
    } else parts.push(breakOf(tag));
  }
  return parts
    .join("")
    .replace(/[ \t]*\n[ \t]*(?:\n[ \t]*)+/g, "\n\n")
    .replace(/^[ \n]+/, "");
}

/** Whether an element is closed after a place. Each name is looked for once. */
function endsIn(text: string): (name: string, from: number) => boolean {
  const last = new Map<string, number>();
  return (name, from) => {
    const at = last.get(name) ?? lastEnd(text, name);
    last.set(name, at);
    return at >= from;
  };
}

/** Where an element is closed for the last time; -1 when it never is. A header's end is not that of a head. */
function lastEnd(text: string, name: string): number {
  return [...text.matchAll(new RegExp(`</${name}(?=[\\s/>])`, "gi"))].at(-1)?.index ?? -1;
}

/** Whether a text holds the tag of an element: "p < 0.05 and q > 2" holds none. */
function isHtml(text: string): boolean {
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    if (tagAt(text, at)?.name !== undefined) return true;
  }
  return false;
}

interface Tag {
  /** "!" for a comment or a declaration. */
  readonly name: string;
  readonly isEnd: boolean;
  readonly end: number;
}

/** Longer than this is no tag: each "<" is looked at, and what is looked through has a bound. */
const longestTag = 2000;

function tagAt(text: string, start: number): Tag | null {
  if (text.startsWith("<!--", start)) return ending(text, start, "!", "-->");
  if (/^<!doctype\b/i.test(text.slice(start, start + 10))) return ending(text, start, "!", ">");
  const name = opening.exec(text.slice(start, start + 16))?.groups?.["name"]?.toLowerCase();
  return name === undefined ? null : ending(text, start, name, ">");
}

function ending(text: string, start: number, name: string, close: string): Tag | null {
  const length = text.slice(start, start + longestTag).indexOf(close);
  if (length < 0) return null;
  return { name, isEnd: text[start + 1] === "/", end: start + length + close.length };
}

/** What stands in the place of a tag: a line for a block, an empty one between paragraphs, a tab for a cell, nothing else. */
function breakOf({ name, isEnd }: Tag): string {
  if (name === "td" || name === "th") return isEnd ? "\t" : "";
  if (name === "p" || /^h[1-6]$/.test(name)) return "\n\n";
  if (name === "li" && !isEnd) return "\n- ";
  return block.test(name) ? "\n" : "";
}

/** Text between tags: white space means nothing in it, and characters may be named. */
function words(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi,
      (whole, digits: string | undefined, hex: string | undefined, name: string | undefined) => {
        if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
        const code = digits === undefined ? Number.parseInt(hex ?? "", 16) : Number(digits);
        return code > 0x10ffff ? whole : String.fromCodePoint(code);
      },
    );
}
