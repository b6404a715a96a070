import { formatDay } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import { SentForm } from "./sent-form.client.tsx";
import { CheckButton, TextBox } from "./text-box.client.tsx";

interface CheckFormProps {
  readonly text: string;
  readonly asOf: VintageDate | null;
  /** The newest first; empty when they cannot be read. */
  readonly days: readonly VintageDate[];
}

/** A box for a text and the day it is read as of. It works without JavaScript: the page comes back with the answer. */
export function CheckForm({ text, asOf, days }: CheckFormProps) {
  const [newest] = days;
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  return (
    <SentForm>
      <TextBox text={text} />
      <p className="check-as-of">
        <label htmlFor="check-as-of">Held against</label>
        <select id="check-as-of" name="asOf" defaultValue={asOf ?? ""}>
          <option value="">
            {newest === undefined
              ? "the newest figures"
              : `the newest figures, ${formatDay(newest)}`}
          </option>
          {years.map((year) => (
            <optgroup key={year} label={`as published in ${year}`}>
              {days
                .filter((day) => day.startsWith(year))
                .map((day) => (
                  <option key={day} value={day}>
                    those of {formatDay(day)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <CheckButton />
      </p>
    </SentForm>
  );
}
