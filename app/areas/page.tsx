import type { Metadata } from "next";
import Link from "next/link";
import { formatPeriod } from "#lib/series/format";
import { AreaTable } from "../_components/area/area-table.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { getAreas } from "../_data/area.ts";
import "../_styles/area-and-release.css";
import "../_styles/area.css";

export const metadata: Metadata = {
  title: "Areas",
  description:
    "Every country, region, organization and group of holders in the Treasury’s cross-border statistics.",
  alternates: alternatesOf("/areas"),
};

/** All areas, countries by region. Its parts have names, so that a link leads to each row. */
export default async function AreasPage() {
  const index = await getAreas();
  const [first] = index.columns;
  return (
    <div className="register">
      <header className="register-head">
        <p className="kicker">Who holds what</p>
        <h1>Areas</h1>
        <p className="dek">
          {index.countries} countries, and {index.areas - index.countries} regions, totals,
          organizations and groups that must not be added to them.
          {first === undefined
            ? ""
            : ` Holdings in billions of dollars, ${formatPeriod(first.period)}.`}
        </p>
      </header>
      <nav className="jump" aria-label="On this page">
        <ul>
          {index.sections.map(({ anchor, title }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="side-note">
        A security counts where its holder or the holder’s custodian is, which need not be where its
        owner is. An empty place is a figure that the table does not print.{" "}
        <Link href="/data" prefetch={false}>
          Search the series
        </Link>{" "}
        for anything by name.
      </p>
      {index.sections.map((section) => (
        <AreaTable key={section.anchor} section={section} columns={index.columns} />
      ))}
    </div>
  );
}
