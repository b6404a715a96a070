import type { Metadata } from "next";
import Link from "next/link";
import { shortName } from "#lib/site/release-names";
import { Day } from "../_components/site/day.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { ClaimCountLedger } from "../_components/status/claim-count-ledger.tsx";
import { Instant } from "../_components/status/instant.tsx";
import { daysThatHave, sumUp } from "../_components/status/sum-up.ts";
import { SyncLedger } from "../_components/status/sync-ledger.tsx";
import { getStatus, type Status } from "../_data/status.ts";
import "../_styles/area-and-release.css";
import "../_styles/release.css";

/** It tells of the moment. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Status",
  description:
    "The newest vintage of each table, what is due, who was asked for it, and whether the claims still hold.",
  alternates: alternatesOf("/status"),
};

/** How the site is doing, for people: readers who wonder how fresh it is, and whoever runs it. */
export default async function StatusPage() {
  const status = await getStatus();
  return (
    <div className="register">
      <header className="register-head">
        <p className="kicker">This site, at the moment</p>
        <h1>Status</h1>
        <p className="dek">{status === null ? nothingKnown : sumUp(status)}</p>
      </header>
      {status === null ? null : <Sections status={status} />}
    </div>
  );
}

const nothingKnown =
  "The store of figures does not answer, and this server has not read it since it was started. Pages that were made before go on being shown.";

function Sections({ status }: { status: Status }) {
  const { calendar, releases, articles, claims, built, startedAt, now, hasStore } = status;
  const { next, passed } = calendar;
  return (
    <>
      <div className="release-standing">
        <p>
          {next === null ? (
            "The calendar held here has ended, and the next release is not known."
          ) : (
            <>
              The next release is that of <Day date={next.date} />, at 16:00 in New York, with the
              figures of {next.months}.
            </>
          )}{" "}
          {passed.length === 0
            ? "No release day has passed since the newest vintage."
            : `${daysThatHave(passed.length)} passed since the newest vintage, and nothing of them is loaded.`}
        </p>
        {next === null || next.missing.length === 0 ? null : (
          <p>Due then: {next.missing.map(shortName).join(", ")}.</p>
        )}
      </div>
      <section>
        <h2 id="tables">The tables</h2>
        <SyncLedger releases={releases} isKnown={hasStore} />
        <p className="ledger-rest">
          A table is asked for at the Treasury after each release. One that was never asked for came
          with the site, or was loaded by hand. What each vintage changed:{" "}
          <Link href="/releases" prefetch={false}>
            releases
          </Link>
          .
        </p>
      </section>
      <section>
        <h2 id="claims">The claims</h2>
        <ClaimCountLedger articles={articles} claims={claims} />
      </section>
      <section aria-labelledby="server">
        <h2 id="server">This server</h2>
        <p className="side-note">
          {built === null ? (
            "It runs the code as it is being written."
          ) : (
            <>
              It runs what was built on <Instant at={built} />.
            </>
          )}{" "}
          It was started on <Instant at={startedAt} />, and made this page on <Instant at={now} />.
        </p>
      </section>
    </>
  );
}
