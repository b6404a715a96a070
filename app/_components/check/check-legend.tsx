import { Tick } from "../tick/tick.tsx";
import { markOf, outcomes, outcomeWords } from "./outcome-words.ts";

const meanings = {
  supported: "the data that the words name round to the figure.",
  drifted: "they did in an earlier vintage, and no longer do: which, and what they say now.",
  contradicted: "the words name one reading, and in no vintage does it give the figure.",
  unknown: "no table held here gives it, or the words do not say of what it is.",
} as const;

/** The key to the marks of a checked text. */
export function CheckLegend() {
  return (
    <dl className="tick-legend">
      {outcomes.map((outcome) => (
        <div key={outcome}>
          <dt>
            <Tick kind={markOf({ outcome, isExact: false })} /> {outcomeWords[outcome]}
          </dt>
          <dd>{meanings[outcome]}</dd>
        </div>
      ))}
    </dl>
  );
}
