import Link from "next/link";
import { formatDay, groupDigits } from "#lib/series/format";
import { startWithCount } from "#lib/site/release-names";
import type { VintagePage } from "#lib/site/release-vintage";
import { SnapshotList } from "../receipt/snapshot-list.tsx";
import { Day } from "../site/day.tsx";
import { CompareForm } from "./compare-form.tsx";
import { MeasureLedger } from "./measure-ledger.tsx";
import { RevisionLedger } from "./revision-ledger.tsx";
import { ViolationNote } from "./violation-note.tsx";

/** One vintage: what it changed, what in it does not add up, and the file it is. */
export function VintageSheet({ page }: { page: VintagePage }) {
  const { release, vintage, from, covers, measures, revisions, gone } = page;
  const broken = page.violations.length > 0;
  const { snapshot, note, date } = vintage;
  return (
    <div className="register">
      <header className="register-head">
        <p className="kicker">
          <Link href="/releases" prefetch={false}>
            Releases
          </Link>{" "}
          ·{" "}
          <Link href={`/releases/${release.slug}`} prefetch={false}>
            {release.title}
          </Link>
        </p>
        <h1>
          The vintage of <Day date={date} />
        </h1>
        <p className="dek">{summaryOf(page)}</p>
      </header>
      {note === null ? null : <p className="side-note vintage-note">{note}</p>}
      <VintageSteps page={page} />

      {broken ? <Violations page={page} /> : null}

      {from === null ? null : (
        <section aria-labelledby="revisions">
          <h2 id="revisions">What it changed since {formatDay(from)}</h2>
          <p className="side-note">
            A revision is the difference between the value of one observation in two vintages, after
            less before. Means and largest are of absolute differences, over the observations that
            were revised; what is new, withdrawn or not available is counted and not measured.
          </p>
          <CompareForm page={page} />
          <MeasureLedger measures={measures} />
          {revisions.length === 0 ? null : (
            <RevisionLedger
              title={`The largest revisions${revisions.length < page.revised ? `, ${revisions.length} of ${groupDigits(String(page.revised))}` : ""}`}
              unit={measures[0]?.unit ?? ""}
              lines={revisions}
            />
          )}
          {gone.length === 0 ? null : (
            <RevisionLedger
              title={`Withdrawn${gone.length < page.withdrawn ? `, ${gone.length} of ${groupDigits(String(page.withdrawn))}` : ""}`}
              unit={measures[0]?.unit ?? ""}
              lines={gone}
            />
          )}
          <p className="ledger-rest">
            <Link href={`/desk?to=${date}`} prefetch={false}>
              What it changed in our articles
            </Link>
            {" · "}
            <a href={`/api/releases/${release.slug}/${date}/revisions?from=${from}&limit=500`}>
              Download the revisions (JSON)
            </a>
          </p>
        </section>
      )}

      {broken ? null : <Violations page={page} />}

      <section aria-labelledby="file" className="vintage-file">
        <h2 id="file">The file</h2>
        <p className="side-note">It covers {covers}.</p>
        <SnapshotList
          receipts={[
            {
              snapshots: [
                {
                  release: release.slug,
                  vintage: date,
                  file: snapshot.fileName,
                  url: snapshot.url,
                  sha256: snapshot.sha256,
                  bytes: snapshot.bytes,
                  retrieved: snapshot.retrieved,
                  note: null,
                },
              ],
            },
          ]}
        />
      </section>
    </div>
  );
}

/** Sums that fail come first on the page; that all hold is said at its end. */
function Violations({ page: { violations } }: { page: VintagePage }) {
  return (
    <section aria-labelledby="violations">
      <h2 id="violations">What does not add up</h2>
      {violations.length === 0 ? (
        <p className="side-note">
          Every sum that was checked in this file holds, within the rounding of its figures.
        </p>
      ) : (
        <ul className="violations">
          {violations.map((violation) => (
            <li key={[violation.identity, violation.key, violation.period].join(" ")}>
              <ViolationNote violation={violation} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What happened, in a sentence. */
function summaryOf({ violations, ...page }: VintagePage): string {
  const broken = violations.length;
  if (broken === 0) return changesOf(page);
  return `${changesOf(page)} ${groupDigits(String(broken))} of its sums ${broken === 1 ? "does" : "do"} not hold.`;
}

function changesOf({
  from,
  added,
  revised,
  withdrawn,
  newPeriods,
  covers,
}: Omit<VintagePage, "violations">): string {
  if (from === null) {
    return `The first vintage held of this release, so there is nothing to compare it with. It covers ${covers}.`;
  }
  const count = (number: number): string => groupDigits(String(number));
  const news =
    newPeriods.length === 0
      ? "It brought no new period"
      : `It brought ${listOf(newPeriods)}, ${count(added)} new figures in all`;
  return `${news}; ${count(revised)} ${revised === 1 ? "figure was" : "figures were"} revised and ${withdrawn === 0 ? "none" : count(withdrawn)} withdrawn.`;
}

function listOf(periods: readonly string[]): string {
  return periods.length > 3
    ? `${periods[0] ?? ""} to ${periods.at(-1) ?? ""}`
    : periods.join(", ").replace(/, ([^,]+)$/, " and $1");
}

/** The vintages before and after it. */
function VintageSteps({ page }: { page: VintagePage }) {
  const { release, older, newer, violations } = page;
  return (
    <nav className="jump" aria-label="Nearby">
      <ul>
        <li>
          {older === null ? (
            "No older vintage held"
          ) : (
            <Link href={`/releases/${release.slug}/${older}`} prefetch={false} rel="prev">
              ← {formatDay(older)}
            </Link>
          )}
        </li>
        <li>
          {newer === null ? (
            "The newest held"
          ) : (
            <Link href={`/releases/${release.slug}/${newer}`} prefetch={false} rel="next">
              {formatDay(newer)} →
            </Link>
          )}
        </li>
        {violations.length === 0 ? null : (
          <li>
            <a href="#violations">
              {startWithCount(violations.length)} {violations.length === 1 ? "sum does" : "sums do"}{" "}
              not hold
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
