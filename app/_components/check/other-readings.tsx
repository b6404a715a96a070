import type { OtherReading } from "#lib/site/check-text-receipt";
import { Day } from "../site/day.tsx";

interface OtherReadingsProps {
  readonly others: readonly OtherReading[];
  /** Whether there is none that fits better. */
  readonly isOnly: boolean;
}

/** What else the figure may be of. */
export function OtherReadings({ others, isOnly }: OtherReadingsProps) {
  if (others.length === 0) return null;
  return (
    <>
      <h3>{isOnly ? "What it may be of" : "Other readings considered"}</h3>
      <ul className="conditions check-others">
        {others.map(({ expression, words, computed, asOf }) => (
          <li key={expression}>
            {words}
            <span className="condition-values">
              {computed}, as of <Day date={asOf} />
            </span>
            <code>{expression}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
