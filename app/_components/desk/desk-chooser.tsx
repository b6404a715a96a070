import { formatDay } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";

interface DeskChooserProps {
  /** The newest first. */
  readonly days: readonly VintageDate[];
  readonly from: VintageDate | null;
  readonly to: VintageDate | null;
}

/** Asks for two vintages; a plain form, so that it works without scripts. */
export function DeskChooser({ days, from, to }: DeskChooserProps) {
  return (
    <form className="desk-chooser" action="/desk" method="get">
      <DayField
        name="from"
        label="From"
        other="each article’s own vintage"
        chosen={from}
        days={days}
      />
      <DayField name="to" label="to" other="the newest of what it reads" chosen={to} days={days} />
      <button type="submit">Read again</button>
    </form>
  );
}

interface DayFieldProps {
  readonly name: string;
  readonly label: string;
  /** What no choice means. */
  readonly other: string;
  readonly chosen: VintageDate | null;
  readonly days: readonly VintageDate[];
}

function DayField({ name, label, other, chosen, days }: DayFieldProps) {
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  return (
    <span className="desk-field">
      <label htmlFor={`desk-${name}`}>{label}</label>
      <select id={`desk-${name}`} name={name} defaultValue={chosen ?? ""}>
        <option value="">{other}</option>
        {years.map((year) => (
          <optgroup key={year} label={year}>
            {days
              .filter((day) => day.startsWith(year))
              .map((day) => (
                <option key={day} value={day}>
                  {formatDay(day)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </span>
  );
}
