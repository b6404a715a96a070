import type { Metadata } from "next";
import { CalendarLedger } from "../_components/release/calendar-ledger.tsx";
import { ReleaseLedger } from "../_components/release/release-ledger.tsx";
import { ViolationTables } from "../_components/release/violation-tables.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { Day } from "../_components/site/day.tsx";
import { getReleases } from "../_data/release.ts";
import { shortName, startWithCount } from "#lib/site/release-names";
import "../_styles/area-and-release.css";
import "../_styles/release.css";

export const metadata: Metadata = {
  title: "Releases",
  description:
    "The Treasury’s release calendar, the vintages held here, and what each of them changed.",
  alternates: alternatesOf("/releases"),
};

/** What is held, what was revised, what is due, and what does not add up. */
export default async function ReleasesPage() {
  const { calendar, releases, violations } = await getReleases();
  const { next, passed, newestHeld } = calendar;
  return (
    <div className="register">
      <header className="register-head">
        <p className="kicker">The Treasury’s TIC data</p>
        <h1>Releases</h1>
        {next === null ? (
          <p className="dek">The calendar held here has ended, and the next day is not known.</p>
        ) : (
          <p className="dek">
            Next: <Day date={next.date} />, at 16:00 in New York, with the figures of {next.months}.
          </p>
        )}
      </header>
      <div className="release-standing">
        {next === null || next.missing.length === 0 ? null : (
          <p>Due then: {next.missing.map(shortName).join(", ")}.</p>
        )}
        <p>Days to come are those the Treasury announced on December 20, 2025.</p>
        {newestHeld === null ? null : (
          <p>
            The newest vintage held is that of <Day date={newestHeld} />.{" "}
            {passed.length === 0
              ? "No release day has passed since."
              : `${passed.length === 1 ? "One release day has" : `${startWithCount(passed.length)} release days have`} passed since, and nothing of them is loaded: what this site says is as known on that day.`}
          </p>
        )}
      </div>
      <nav className="jump" aria-label="On this page">
        <ul>
          <li>
            <a href="#tables">The tables</a>
          </li>
          <li>
            <a href="#calendar">Calendar</a>
          </li>
          <li>
            <a href="#violations">What does not add up</a>
          </li>
        </ul>
      </nav>
      <section aria-labelledby="tables">
        <h2 id="tables">The tables, by their newest vintage</h2>
        <ReleaseLedger releases={releases} />
      </section>
      <section aria-labelledby="calendar">
        <h2 id="calendar">Calendar</h2>
        <CalendarLedger calendar={calendar} />
        <p className="ledger-rest">
          All tables come out on one day, about six weeks after the month. Major holders (history)
          changes only with some of the releases. The frozen tables, Form S and Treasuries by
          country, have no next day.
        </p>
      </section>
      <section aria-labelledby="violations">
        <h2 id="violations">Published figures that do not add up</h2>
        <p className="side-note">
          Each file is checked as it is loaded: lines that are sums of other lines, totals of
          classes, parts of totals. What does not add up is kept as published, and listed.
        </p>
        {violations.length === 0 ? (
          <p className="side-note">Nothing of the kind is in the vintages held.</p>
        ) : (
          <ViolationTables groups={violations} />
        )}
      </section>
    </div>
  );
}
