import { leadOf } from "./lead.ts";
import type { BlockContext } from "./text-block.ts";
import type { Block, ClaimMark, PlacedText } from "./mark.ts";

/** What a block stands under and behind, as a text is read from its beginning. */
export interface HeadingTrail {
  enter(depth: number, text: string): void;
  /** What stands round the next block. */
  around(): BlockContext;
  /** Notes a block that was read, with its claims. */
  leave(block: Block, claims: readonly ClaimMark[]): void;
  /** Reads the items of a list: what stands before the list leads each of them. */
  readItems(items: readonly (() => void)[]): void;
  /** Reads a cell of a table, with the heads of its row and column. */
  readCell(heads: readonly PlacedText[], read: () => void): void;
}

export function createHeadingTrail(): HeadingTrail {
  let trail: readonly { depth: number; text: string }[] = [];
  let before: { readonly block: Block; readonly claims: readonly ClaimMark[] } | null = null;
  let leads: readonly PlacedText[] = [];

  /** Reads something led by `inside` that stands behind the same block as what follows it. */
  function readLed(inside: readonly PlacedText[], read: () => void): void {
    const outer = { before, leads };
    leads = inside;
    read();
    ({ before, leads } = outer);
  }

  return {
    enter(depth, text) {
      before = null;
      trail = [{ depth, text }, ...trail.filter((above) => above.depth < depth)];
    },
    around: () => ({
      headings: trail.map(({ text }) => text),
      previous: before?.block.text ?? "",
      leads,
    }),
    leave(block, claims) {
      before = { block, claims };
    },
    readItems(items) {
      const lead = before && leadOf(before.block, before.claims);
      const inside = lead === null ? leads : [...leads, lead];
      for (const read of items) readLed(inside, read);
    },
    readCell(heads, read) {
      readLed([...leads, ...heads], read);
    },
  };
}
