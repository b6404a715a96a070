import Link from "next/link";
import type { DeskStanding as Standing } from "#lib/site/desk-standing";
import { Day } from "../site/day.tsx";
import "../../_styles/desk-standing.css";

/** At the head of an article: who read it again at which vintage, who left it and why, and what waits to be read. */
export function DeskStanding({ standing }: { standing: Standing }) {
  const { decision, changed, waiting } = standing;
  if (decision === null && waiting === null) return null;
  return (
    <div className="desk-standing">
      {decision === null ? null : decision.decision === "signed" ? (
        <p>
          Read again at the vintage of <Day date={decision.vintage} /> and signed by {decision.by}{" "}
          on <Day date={decision.on} />
          {decision.note === undefined ? "." : `: ${decision.note}`}
        </p>
      ) : (
        <p>
          The vintage of <Day date={decision.vintage} /> changes {sentences(changed)}; left as
          written by {decision.by} on <Day date={decision.on} />: {decision.note}
        </p>
      )}
      {waiting === null ? null : (
        <p>
          The vintage of <Day date={waiting.vintage} /> changes {sentences(waiting.changed)}; not
          yet read by an editor.{" "}
          <Link href="/desk" prefetch={false}>
            At the desk
          </Link>
        </p>
      )}
    </div>
  );
}

function sentences(count: number): string {
  if (count === 0) return "no sentence";
  return count === 1 ? "1 sentence" : `${count} sentences`;
}
