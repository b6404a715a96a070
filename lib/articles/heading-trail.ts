/** The headings that a text stands under, as it is read from its beginning. */
export interface HeadingTrail {
  enter(depth: number, text: string): void;
  /** The nearest first. */
  current(): readonly string[];
  /** Notes the text of a block that was read. */
  leave(text: string): void;
  /** The block before, under the same heading; empty when there is none. */
  previous(): string;
}

export function createHeadingTrail(): HeadingTrail {
  let last = "";
  let trail: readonly { depth: number; text: string }[] = [];
  return {
    enter(depth, text) {
      last = "";
      trail = [{ depth, text }, ...trail.filter((above) => above.depth < depth)];
    },
    current: () => trail.map(({ text }) => text),
    leave(text) {
      last = text;
    },
    previous: () => last,
  };
}
