import type { ReactNode } from "react";
import { Tick, tickWords, type TickKind } from "./tick.tsx";

/** Text followed by its mark. The mark never stands alone at the start of a line. */
export function TickedText({ kind, children }: { kind: TickKind; children: ReactNode }) {
  const { head, tail } = splitLastWord(children);
  return (
    <>
      <span className="ticked-text">{head}</span>
      <span className="ticked-end">
        <span className="ticked-text">{tail}</span>
        <Tick kind={kind} />
      </span>
      <span className="visually-hidden"> ({tickWords[kind].toLowerCase()})</span>
    </>
  );
}

function splitLastWord(children: ReactNode): { head: ReactNode; tail: ReactNode } {
  if (typeof children !== "string") return { head: children, tail: null };
  const cut = children.lastIndexOf(" ") + 1;
  return { head: children.slice(0, cut), tail: children.slice(cut) };
}
