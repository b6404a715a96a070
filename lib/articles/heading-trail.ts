/** The headings that a text stands under, as it is read from its beginning. */
export interface HeadingTrail {
  enter(depth: number, text: string): void;
  /** The nearest first. */
  current(): readonly string[];
}

export function createHeadingTrail(): HeadingTrail {
  let trail: readonly { depth: number; text: string }[] = [];
  return {
    enter(depth, text) {
      trail = [{ depth, text }, ...trail.filter((above) => above.depth < depth)];
    },
    current: () => trail.map(({ text }) => text),
  };
}
