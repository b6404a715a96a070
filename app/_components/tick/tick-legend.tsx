import { Tick, tickWords, type TickKind } from "./tick.tsx";

interface Meaning {
  readonly kind: TickKind;
  readonly meaning: string;
  /** Whether the mark is only in a text that is read beside the newest figures. */
  readonly now?: true;
}

const meanings: readonly Meaning[] = [
  { kind: "holds", meaning: "the data give exactly what the text says." },
  { kind: "holds-rounded", meaning: "the value computed rounds to the figure printed." },
  {
    kind: "revised",
    meaning: "the value has been revised since, and the words still fit it.",
    now: true,
  },
  {
    kind: "drifted",
    meaning: "true of the vintage named; in a later one the digits no longer round to it.",
  },
  { kind: "flipped", meaning: "true of the vintage named; a later one changes its meaning." },
  {
    kind: "unanswered",
    meaning: "the newest figures no longer have what the words rest on.",
    now: true,
  },
  {
    kind: "pinned",
    meaning: "the sentence is about the vintage that it names; later ones do not judge it.",
    now: true,
  },
  { kind: "quoted", meaning: "said by the source named, and not traced by us." },
  {
    kind: "exempt",
    meaning: "a name, a definition, or what no data held here say: the mark opens why.",
  },
];

/** The key to the marks; `now` of a text that is read beside the newest figures. */
export function TickLegend({ now = false }: { now?: boolean }) {
  const shown = meanings.filter((one) => now || one.now !== true);
  return (
    <dl className="tick-legend">
      {shown.map(({ kind, meaning }) => (
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
