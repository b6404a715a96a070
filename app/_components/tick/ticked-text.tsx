import type { ReactNode } from "react";
import { Tick, tickWords, type TickKind } from "./tick.tsx";

interface TickedTextProps {
  readonly kind: TickKind;
  /** What stands in the place of the bare mark: one that opens. */
  readonly mark?: ReactNode;
  /** What those hear who do not see the mark. */
  readonly words?: string;
  readonly children: ReactNode;
}

/** Text followed by its mark. The mark never stands alone at the start of a line. */
export function TickedText({
  kind,
  mark = <Tick kind={kind} />,
  words = tickWords[kind].toLowerCase(),
  children,
}: TickedTextProps) {
  const { head, tail } = splitLastWord(children);
  return (
    <>
      {head === "" ? null : <span className="ticked-text">{head}</span>}
      <span className="ticked-end">
        <span className="ticked-text">{tail}</span>
        {mark}
      </span>
      <span className="visually-hidden">{` (${words})`}</span>
    </>
  );
}

/** A short figure with its unit ("$1.62 trillion"): kept on one line. */
const figure = /^[\u2212-]?\$?\d\S*(?: \S+)?$/;

function splitLastWord(children: ReactNode): { head: ReactNode; tail: ReactNode } {
  if (typeof children !== "string") return { head: children, tail: null };
  const cut = figure.test(children) ? 0 : children.lastIndexOf(" ") + 1;
  return { head: children.slice(0, cut), tail: children.slice(cut) };
}
