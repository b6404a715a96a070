import { textWidth } from "./text-width.ts";

/** Breaks a text between words into lines no wider than `width`; a single long word stays whole. */
export function wrapWords(text: string, width: number, size: number, weight: 400 | 600): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size, weight) <= width) {
      lines[lines.length - 1] = joined;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
