import Link from "next/link";
import type { DeskEntry, DeskReading } from "#lib/desk/desk-entry";
import { outcomeWords, type Outcome } from "#lib/desk/desk-outcome";
import type { MovedCell } from "#lib/desk/moved-cells";
import { formatPeriod, formatPublished } from "#lib/series/format";
import type { TickKind } from "../tick/tick.tsx";
import { TickedText } from "../tick/ticked-text.tsx";
import { Day } from "../site/day.tsx";

/** How many moved cells are listed; the largest come first. */
const cellsShown = 4;

/** The mark of each outcome; the group says in words what it means. */
const tickOfOutcome: Readonly<Record<Outcome, TickKind>> = {
  flips: "flipped",
  drifts: "drifted",
  closed: "holds",
  unanswered: "unanswered",
  rounds: "revised",
  same: "holds",
};

/** Sentences with their claim marked, both values, and what moved beneath. */
export function DeskEntries({ slug, entries }: { slug: string; entries: readonly DeskEntry[] }) {
  return (
    <ol className="desk-entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="desk-sentence">
            {entry.sentence.before}
            <Link
              className={`claim claim-${tickOfOutcome[entry.outcome]}`}
              href={`/articles/${slug}/claims/${entry.id}`}
              prefetch={false}
            >
              <TickedText
                kind={tickOfOutcome[entry.outcome]}
                words={outcomeWords[entry.outcome].name.toLowerCase()}
              >
                {entry.sentence.claim}
              </TickedText>
            </Link>
            {entry.sentence.after}
          </p>
          <dl className="desk-readings">
            {entry.from.vintage === entry.to.vintage ? null : <Reading reading={entry.from} />}
            <Reading reading={entry.to} />
            {entry.interval === null ? null : (
              <div>
                <dt>The words stand for</dt>
                <dd>{entry.interval}</dd>
              </div>
            )}
            <Fix entry={entry} />
          </dl>
          {entry.note === null ? null : <p className="desk-note">{entry.note}.</p>}
          <Moved moved={entry.moved} />
        </li>
      ))}
    </ol>
  );
}

function Reading({ reading: { vintage, computed, standing } }: { reading: DeskReading }) {
  const isWrong = standing === "drifted" || standing === "flipped";
  return (
    <div>
      <dt>
        <Day date={vintage} />
      </dt>
      <dd>
        {computed ?? "no answer"}
        {isWrong ? <span className="desk-wrong"> contradicts the words</span> : null}
      </dd>
    </div>
  );
}

/** What would be true at the vintage that contradicts the words. */
function Fix({ entry: { from, to } }: { entry: DeskEntry }) {
  const fix = to.fix ?? from.fix;
  if (fix === null) return null;
  return (
    <div>
      <dt>What would be true</dt>
      <dd>{fix}</dd>
    </div>
  );
}

function Moved({ moved }: { moved: readonly MovedCell[] }) {
  if (moved.length === 0) return null;
  return (
    <ul className="desk-moved">
      {moved.slice(0, cellsShown).map(({ key, title, period, before, after, difference, unit }) => (
        <li key={`${key} ${period}`}>
          <Link href={`/data/${key}`} prefetch={false}>
            {title}
          </Link>
          , {formatPeriod(period)}:{" "}
          <span className="desk-cells">
            {formatPublished(before)} → {formatPublished(after)}
          </span>{" "}
          {difference === null
            ? ""
            : `(${difference.startsWith("-") ? "" : "+"}${formatPublished(difference)}) `}
          {unit}
        </li>
      ))}
      {moved.length > cellsShown ? <li>and {moved.length - cellsShown} more cells</li> : null}
    </ul>
  );
}
