import { cutSentences } from "#lib/articles/sentence";
import type { TextSpan } from "#lib/claims/text-span";
import type { AlikeTest } from "./alike-words.ts";
import { findApart, overlaps } from "./apart.ts";
import { changeFigures, type FigureChange } from "./figure-changes.ts";
import type { MarkedBlock } from "./marked-blocks.ts";
import type { DocumentName, Mutation } from "./mutation.ts";
import { createSwapper } from "./swap-words.ts";
import { swapTables } from "./word-swaps.ts";

const swappers = swapTables.map((table) => ({ kind: table.kind, swap: createSwapper(table) }));

/** Every change of the words of a block, each once. `listed` names the sources whose figures the article records. */
export function mutateBlock(
  block: MarkedBlock,
  document: DocumentName,
  listed: ReadonlySet<string>,
  isAlike: AlikeTest,
): Mutation[] {
  const sentenceAround = cutSentences(block.text);
  const apartOf = findApart(block, listed, isAlike);
  const seen = new Set<string>();
  return changesOf(block.text).flatMap((change): Mutation[] => {
    const { kind, start, end, replacement } = change;
    const run = block.runs.find(
      ({ from, text }) => from <= start && end <= from + text.length && start < from + text.length,
    );
    const name = `${start} ${end} ${replacement}`;
    if (run === undefined || seen.has(name)) return [];
    seen.add(name);
    const { before, after } = sentenceAround(start, end);
    const sentence: TextSpan = { start: start - before.length, end: end + after.length };
    const found = block.text.slice(start, end);
    const isLocked = block.marks.some(({ from, to }) => overlaps({ start: from, end: to }, change));
    return [
      {
        kind,
        document,
        start: run.start + start - run.from,
        end: run.start + end - run.from,
        found,
        replacement,
        sentence: `${before}[${found} → ${replacement}]${after}`.replaceAll(/\s+/g, " "),
        apart: apartOf(change, sentence),
        isLocked,
      },
    ];
  });
}

function changesOf(text: string): FigureChange[] {
  return [
    ...changeFigures(text),
    ...swappers.flatMap(({ kind, swap }) => swap(text).map((found) => ({ kind, ...found }))),
  ];
}
