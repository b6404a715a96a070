import type { Nodes, Root, RootContent } from "mdast";
import { readBlocks, type MarkedBlock } from "#lib/mutate/marked-blocks";
import type { TextSpan } from "#lib/claims/text-span";
import type { TextPart } from "#lib/suggest/text-part";

/** The words of a draft without its tags, and where they stand in its source. */
export interface DraftText {
  /** Their places are those of the words, not of the source. */
  readonly parts: readonly TextPart[];
  /** Where words stand in the source; null for those that stand there in more than one piece, with a tag or a star between. */
  readonly toSource: (span: TextSpan) => TextSpan | null;
  /** The part that words stand in, by its number. */
  readonly blockOf: (offset: number) => number;
  /** Where words begin in the source. */
  readonly placeOf: (offset: number) => number;
}

/** Words that stand in one piece. */
interface Run {
  readonly start: number;
  readonly from: number;
  readonly length: number;
}

/** What parts the words of two parts, and of two cells of a row. */
const between = { parts: "\n\n", cells: "\t" };

/**
 * The words of a draft that a reader sees, part by part: code, addresses, attributes and the frontmatter are none. What is
 * marked is there as well, settled, because the words around it are read with it.
 */
export function readDraft(tree: Root, source: string): DraftText {
  const parts: TextPart[] = [];
  const runs: Run[] = [];
  let length = 0;

  function add(kind: TextPart["kind"], blocks: readonly MarkedBlock[]): void {
    const settled: TextSpan[] = [];
    const start = length;
    let text = "";
    for (const [index, block] of blocks.entries()) {
      if (index > 0) text += between.cells;
      for (const run of block.runs) {
        const from = start + text.length + run.from;
        runs.push({ start: run.start, from, length: run.text.length });
      }
      for (const { from, to } of block.marks) {
        if (from < to) settled.push({ start: text.length + from, end: text.length + to });
      }
      text += block.text;
    }
    parts.push({ kind, text, start, settled });
    length += text.length + between.parts.length;
  }

  for (const node of tree.children) {
    if (node.type === "table") {
      for (const row of node.children) add("row", row.children.flatMap(blocksOf));
    } else for (const block of blocksOf(node)) add(kindOf(node), [block]);
  }

  function blocksOf(node: RootContent): MarkedBlock[] {
    return readBlocks({ type: "root", children: [node] }, source);
  }

  /** The last run that begins at an offset or before it. */
  function runAt(offset: number): Run | undefined {
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.from ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return runs[low - 1];
  }

  return {
    parts,
    toSource: ({ start, end }) => {
      const run = runAt(start);
      if (run === undefined || end > run.from + run.length) return null;
      const by = run.start - run.from;
      return { start: start + by, end: end + by };
    },
    blockOf: (offset) => parts.findLastIndex(({ start }) => start <= offset),
    placeOf: (offset) => {
      const run = runAt(offset);
      return run === undefined ? 0 : run.start + Math.min(offset - run.from, run.length);
    },
  };
}

function kindOf(node: Nodes): TextPart["kind"] {
  if (node.type === "heading") return "heading";
  return node.type === "list" ? "item" : "paragraph";
}
