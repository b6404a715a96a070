import type { Place, Problem } from "#lib/series/problem";
import { findGluedText, type MarkedSpan } from "./glued-text.ts";
import type { Block, Mark } from "./mark.ts";
import { cutSentences } from "./sentence.ts";
import { findStrangeCharacter } from "./strange-characters.ts";
import { createTextPlaces } from "./text-places.ts";
import { reportUnmarked } from "./unmarked.ts";

/** A paragraph, heading or table cell while it is read. Figures and sentences are looked for when its text is whole. */
export interface TextBlock {
  /** The plain text so far, emphasis and links included. */
  length(): number;
  textFrom(offset: number): string;
  /** Adds text as a reader sees it, with what stands for it in the file. */
  addText(value: string, raw: string, at: Place): void;
  addMark(mark: Mark, from: number): void;
  /** Words of a mark, whole or spoilt: no figure is looked for in them. */
  coverFrom(offset: number): void;
  finish(): { block: Block; marks: Mark[]; problems: Problem[] };
}

/** What stands round a block. */
export type BlockContext = Pick<Block, "headings" | "previous" | "leads">;

export function createTextBlock(start: Place, context: BlockContext): TextBlock {
  const places = createTextPlaces(start);
  const spans: MarkedSpan[] = [];
  const covered: { from: number; to: number }[] = [];

  function findUnmarked(text: string): Problem[] {
    // What is marked becomes a character that no figure reaches across.
    let open = "";
    let end = 0;
    for (const { from, to } of covered) {
      open += text.slice(end, from) + "\ufffc".repeat(to - from);
      end = to;
    }
    open += text.slice(end);
    const figures = spans
      .filter(({ mark }) => mark.type === "claim" && mark.form === "figure")
      .map(({ from, to }) => ({ start: from, end: to }));
    return reportUnmarked(open, places.placeOf, { text, spans: figures });
  }

  return {
    length: () => places.text().length,
    textFrom: (offset) => places.text().slice(offset),
    addText: places.add,
    addMark: (mark, from) => void spans.push({ mark, from, to: places.text().length }),
    coverFrom: (from) => void covered.push({ from, to: places.text().length }),
    finish() {
      const { placeOf } = places;
      const text = places.text();
      const problems = [
        ...findStrangeCharacter(text, placeOf),
        ...findUnmarked(text),
        ...findGluedText(text, spans),
      ];
      const sentenceAround = cutSentences(text);
      const unheard = spans
        .filter(({ mark }) => mark.type !== "claim")
        .map(({ from, to }) => ({ start: from, end: to }));
      const block: Block = { ...context, text, unheard, placeOf };
      const marks = spans.map(({ mark, from, to }): Mark => {
        const sentence = sentenceAround(from, to);
        return mark.type === "claim"
          ? { ...mark, sentence, block, from, to }
          : { ...mark, sentence };
      });
      return { block, marks, problems };
    },
  };
}
