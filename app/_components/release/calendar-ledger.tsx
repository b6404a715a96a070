import Link from "next/link";
import type { Calendar, CalendarDay } from "#lib/site/release-calendar";
import { shortName } from "#lib/site/release-names";
import { Day } from "../site/day.tsx";

/** The days of the calendar, newest first, and what of each is held here. */
export function CalendarLedger({ calendar }: { calendar: Calendar }) {
  return (
    <div className="ledger-scroll" role="region" aria-label="Release calendar" tabIndex={0}>
      <table className="ledger ledger-stack calendar" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Day
            </th>
            <th scope="col" role="columnheader">
              Brings
            </th>
            <th scope="col" role="columnheader">
              Held here
            </th>
            <th scope="col" role="columnheader">
              Not held here
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {calendar.days.map((day) => (
            <CalendarRow key={day.date} day={day} next={day === calendar.next} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CalendarRow({ day, next }: { day: CalendarDay; next: boolean }) {
  const { date, months, note, state, held, missing } = day;
  return (
    <tr role="row" className={next ? "ledger-named" : undefined}>
      <th scope="row" role="rowheader">
        <Day date={date} />
      </th>
      <td role="cell" data-column="Brings">
        <span>
          {months}
          {note === null ? null : <span className="ledger-mark">{note}</span>}
        </span>
      </td>
      {state === "due" ? (
        <td role="cell" colSpan={2} className="place">
          {next ? "next, at 16:00 in New York" : "to come"}
        </td>
      ) : (
        <>
          <td role="cell" data-column="Held here">
            <span>
              {held.length === 0
                ? "—"
                : held.map((release, index) => (
                    <span key={release.slug}>
                      {index === 0 ? "" : ", "}
                      <Link href={`/releases/${release.slug}/${date}`} prefetch={false}>
                        {shortName(release)}
                      </Link>
                    </span>
                  ))}
            </span>
          </td>
          <td role="cell" data-column="Not held here" className="place">
            {missing.map(shortName).join(", ") || "—"}
          </td>
        </>
      )}
    </tr>
  );
}
