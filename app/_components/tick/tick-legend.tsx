import { Tick, tickWords, type TickKind } from "./tick.tsx";

const meanings: readonly { kind: TickKind; meaning: string }[] = [
  { kind: "holds", meaning: "the data give exactly what the text says." },
  { kind: "holds-rounded", meaning: "the value computed rounds to the figure printed." },
  {
    kind: "drifted",
    meaning: "true of the vintage named; in a later one the digits no longer round to it.",
  },
  { kind: "flipped", meaning: "true of the vintage named; a later one changes its meaning." },
  { kind: "quoted", meaning: "said by the source named, and not traced by us." },
  {
    kind: "exempt",
    meaning: "a name, a definition, or what no data held here say: the mark opens why.",
  },
];

/** The key to the marks. */
export function TickLegend() {
  return (
    <dl className="tick-legend">
      {meanings.map(({ kind, meaning }) => (
        <div key={kind}>
          <dt>
            <Tick kind={kind} /> {tickWords[kind]}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
