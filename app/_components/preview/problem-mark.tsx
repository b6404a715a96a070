import { Children, isValidElement, type ReactNode } from "react";
import type { PreviewProblem } from "#lib/site/preview-page";

/** Where a problem stands in the text. */
export function problemAnchor(number: number): string {
  return `problem-${number}`;
}

interface MarkProps {
  readonly problems: readonly PreviewProblem[];
  readonly children?: ReactNode;
}

/** Words with problems, underlined; their number opens what is wrong. Before a block, which has no words, that is told at once. */
export function ProblemMark({ problems, children }: MarkProps) {
  const [first] = problems;
  if (first === undefined) return children;
  if (children === undefined) return <BlockProblem problems={problems} />;
  const note = `${problemAnchor(first.number)}-note`;
  const numbers = problems.map(({ number }) => number).join(", ");
  return (
    <span className={lengthOf(children) <= longestOnLine ? "problem nowrap" : "problem"}>
      <Anchors problems={problems} />
      <span className="problem-words">{children}</span>
      <button
        type="button"
        className="problem-number"
        popoverTarget={note}
        aria-label={`${problems.length === 1 ? "Problem" : "Problems"} ${numbers}`}
      >
        {numbers}
      </button>
      <span className="problem-note" id={note} popover="auto" role="note">
        <Told problems={problems} />
      </span>
    </span>
  );
}

/** Words of so many letters keep their number on their line: a line shall not begin with it. */
const longestOnLine = 28;

function lengthOf(node: ReactNode): number {
  return Children.toArray(node)
    .map((part) => {
      if (typeof part === "string") return part.length;
      return isValidElement<{ children?: ReactNode }>(part) ? lengthOf(part.props.children) : 0;
    })
    .reduce((sum, length) => sum + length, 0);
}

function BlockProblem({ problems }: { problems: readonly PreviewProblem[] }) {
  return (
    <div className="problem-block" role="note">
      <Anchors problems={problems} />
      <Told problems={problems} />
    </div>
  );
}

/** A part of the file that could not be read, as it is written. */
export function UnreadPart({ problems, children }: MarkProps) {
  return (
    <div className="unread" role="group" aria-label="Not read">
      <Anchors problems={problems} />
      <pre tabIndex={0}>{children}</pre>
      <Told problems={problems} />
    </div>
  );
}

/** What the list of problems leads to. */
function Anchors({ problems }: { problems: readonly PreviewProblem[] }) {
  return problems.map(({ number }) => (
    <span key={number} className="problem-anchor" id={problemAnchor(number)} tabIndex={-1} />
  ));
}

function Told({ problems }: { problems: readonly PreviewProblem[] }) {
  return problems.map(({ number, message, fix }) => (
    <span key={number} className="problem-told">
      <b>{number}</b> {message}.{fix === null ? null : <span className="problem-fix">{fix}</span>}
    </span>
  ));
}
