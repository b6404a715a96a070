import { formatDay } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";

interface DayChoiceProps {
  readonly asOf: VintageDate | null;
  /** The newest first; empty when they cannot be read. */
  readonly days: readonly VintageDate[];
}

/** The day whose figures a text is held against. */
export function DayChoice({ asOf, days }: DayChoiceProps) {
  const [newest] = days;
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  return (
    <>
      <label htmlFor="check-as-of">Held against</label>
      <select id="check-as-of" name="asOf" defaultValue={asOf ?? ""}>
        <option value="">
          {newest === undefined ? "the newest figures" : `the newest figures, ${formatDay(newest)}`}
        </option>
        {years.map((year) => (
          <optgroup key={year} label={`as published in ${year}`}>
            {days
              .filter((day) => day.startsWith(year))
              .map((day) => (
                <option key={day} value={day}>
                  {`those of ${formatDay(day)}`}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}
