import { sentencesOf } from "#lib/nouns/text-units";
import type { Block, ClaimMark, PlacedText } from "./mark.ts";

/** A text longer than this leads nothing: it is a paragraph that happens to stand before. */
const longestLead = 300;

/**
 * The words of a block that lead what follows it, "At the end of 2025 these held most:": its last sentence, where that goes on
 * into a list and claims nothing itself.
 */
export function leadOf(block: Block, claims: readonly ClaimMark[]): PlacedText | null {
  const end = block.text.slice(-longestLead);
  const last = sentencesOf(end).at(-1);
  const isEnded = /[.!?…][”’")\]]{0,3}\s{0,9}$/u.test(end);
  if (last === undefined || isEnded) return null;
  const start = block.text.length - end.length + last.start;
  const isCut = last.start === 0 && end.length < block.text.length;
  const isFree = claims.every(({ to }) => to <= start);
  return isFree && !isCut ? textFrom(block, start) : null;
}

function textFrom({ text, unheard, placeOf }: PlacedText, start: number): PlacedText {
  return {
    text: text.slice(start),
    unheard: unheard
      .filter((span) => span.start >= start)
      .map((span) => ({ start: span.start - start, end: span.end - start })),
    placeOf: (offset) => placeOf(start + offset),
  };
}

/** Leads and the text that they lead as one text: each lead is a line before it. */
export interface LedText extends PlacedText {
  /** Where the text itself starts. */
  readonly from: number;
}

/** A block with what leads it. The heads of a row and a column make one line. */
export function withLeads(block: Block): LedText {
  const parts: { from: number; part: PlacedText }[] = [];
  let text = "";
  for (const part of [...block.leads, block]) {
    if (text !== "") text += part === block ? "\n" : "; ";
    parts.push({ from: text.length, part });
    text += part === block ? part.text : part.text.replaceAll("\n", " ");
  }
  return {
    text,
    unheard: parts.flatMap(({ from, part }) =>
      part.unheard.map(({ start, end }) => ({ start: from + start, end: from + end })),
    ),
    placeOf(offset) {
      const found = parts.findLast(({ from }) => from <= offset);
      return found ? found.part.placeOf(offset - found.from) : block.placeOf(0);
    },
    from: parts.at(-1)?.from ?? 0,
  };
}
