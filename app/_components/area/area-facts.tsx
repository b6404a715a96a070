import Link from "next/link";
import { feedPath } from "#lib/feeds/feed-path";
import { areaSubject } from "#lib/feeds/subjects";
import type { AreaPage } from "#lib/site/area-page";

/** What an area is in the Treasury's books: kind, codes, and the name each table prints. */
export function AreaFacts({ page }: { page: AreaPage }) {
  const { kindName, region, members, code, iso, names, notes, gaps } = page;
  return (
    <aside className="register-side" aria-label="About this area">
      <dl className="facts">
        <dt>Kind</dt>
        <dd>{kindName}</dd>
        {region === null ? null : (
          <>
            <dt>Region</dt>
            <dd>
              <Link href={`/areas/${region.slug}`} prefetch={false}>
                {region.name}
              </Link>
            </dd>
          </>
        )}
        <dt>TIC code</dt>
        <dd>{code ?? "none: only in files without codes"}</dd>
        {iso === null ? null : (
          <>
            <dt>ISO 3166</dt>
            <dd>{iso}</dd>
          </>
        )}
        <dt>Printed as</dt>
        <dd>
          <ul>
            {printedNames(names).map(({ name, titles }) => (
              <li key={name}>
                “{name}” <span className="place">in {titles.join(", ")}</span>
              </li>
            ))}
          </ul>
        </dd>
        <dt>Feed</dt>
        <dd>
          <a href={feedPath(areaSubject(page).path, "atom")}>New and revised figures</a>
        </dd>
      </dl>
      {[...notes, ...gaps].map((note) => (
        <p key={note} className="side-note">
          {note}
        </p>
      ))}
      {members.length === 0 ? null : (
        <>
          <h2 className="label">Countries counted in it</h2>
          <ul className="member-list">
            {members.map(({ slug, name }) => (
              <li key={slug}>
                <Link href={`/areas/${slug}`} prefetch={false}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

/** One line for each spelling, with the tables that use it. */
function printedNames(names: AreaPage["names"]): { name: string; titles: string[] }[] {
  const spellings = [...new Set(names.map(({ name }) => name))];
  return spellings.map((name) => ({
    name,
    titles: names.filter((one) => one.name === name).map(({ title }) => title),
  }));
}
