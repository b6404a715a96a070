import { textOfHtml } from "./check-text-html.ts";
import { mendLines } from "./check-text-lines.ts";

/** A pasted text ready to be read, and what was done to it, in sentences for who pasted it. */
export interface CleanText {
  readonly text: string;
  readonly notices: readonly string[];
}

/** Halves of characters, which no text may hold. */
const halves = /\p{Surrogate}/gu;

/** Characters that have no place in a text: controls but tab and line feed, marks of encodings, what has no width. */
const unseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff]/g;

/** Marks that turn the direction of what follows: with them a figure can be shown that is not the one that is read. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as anybody may paste it (a page's HTML, a spreadsheet's rows, bytes of no text) as plain lines. What is left out or
 * put together is said. Takes time in proportion to the length.
 */
export function cleanText(pasted: string): CleanText {
  const notices: string[] = [];
  const whole = pasted.replace(/\r\n?|[\u2028\u2029]/g, "\n");
  const html = textOfHtml(whole);
  if (html !== null) notices.push("The text was HTML: its words are read, and its tags left out.");
  const seen = (html ?? whole).replace(halves, "\ufffd").replace(unseen, "");
  const plain = seen.replace(turning, "");
  if (whole.includes("\0")) notices.push("Characters that are no text were left out.");
  if (plain.length < seen.length) {
    notices.push("Marks that turn the direction of writing were left out.");
  }
  const { text, notices: mended } = mendLines(plain);
  return { text: text.trimEnd().replace(/^\s*\n/, ""), notices: [...notices, ...mended] };
}
