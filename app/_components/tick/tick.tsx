import type { HeldVerdict, Standing } from "#lib/site/receipt";

/** The marks. `holds` and `holds-rounded` are ticks; the others are told apart by shape, never by colour alone. */
export type TickKind = Standing | "revised" | "pinned" | "quoted" | "exempt";

/** What each mark means, as said to a reader. */
export const tickWords = {
  holds: "Holds",
  "holds-rounded": "Holds, rounded",
  drifted: "Drifted since",
  flipped: "Flipped since",
  unanswered: "No longer published",
  revised: "Revised, still holds",
  pinned: "About its own vintage",
  quoted: "Quoted",
  exempt: "Not checked",
} as const satisfies Record<TickKind, string>;

/** A mark, drawn. Decorative: the words stand beside it, seen or for screen readers. */
export function Tick({ kind }: { kind: TickKind }) {
  return (
    <svg className={`tick tick-${kind}`} aria-hidden="true" focusable="false">
      <use href={`#${shapeId(kind)}`} />
    </svg>
  );
}

/** The mark a claim carries: what later vintages did to it comes before how it held when written. */
export function tickOf({
  verdict,
  standing,
}: {
  verdict: HeldVerdict;
  standing: Standing;
}): TickKind {
  return standing === "holds" || standing === "holds-rounded" ? verdict : standing;
}

/** Where a page has the shape of a mark. */
export function shapeId(kind: TickKind): string {
  return `tick-shape-${kind}`;
}
