import type { Metadata } from "next";
import Link from "next/link";
import { formatDay } from "#lib/series/format";
import { NoSuchVintage } from "../../../../_components/release/no-such-vintage.tsx";
import { VintageSheet } from "../../../../_components/release/vintage-sheet.tsx";
import { getVintage } from "../../../../_data/release.ts";
import "../../../../_styles/area-and-release.css";
import "../../../../_styles/release.css";

interface SinceProps {
  readonly params: Promise<{ release: string; date: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Any two vintages can be asked for; the page of the later one is what is to be found. */
export const metadata: Metadata = {
  title: "Two vintages compared",
  robots: { index: false },
};

/** A vintage against an earlier one of the reader's choice (`?from=`). */
export default async function SinceRoute({ params, searchParams }: SinceProps) {
  const { release, date } = await params;
  const { from } = await searchParams;
  const asked = typeof from === "string" ? from : "";
  const found = await getVintage(release, date, asked);
  if (found === null) return <NoSuchVintage what="vintage" />;
  if (found.ok) return <VintageSheet page={found.page} />;
  return (
    <div className="notice">
      <h1>There is no such vintage to compare with.</h1>
      {found.earlier.length === 0 ? (
        <p>No vintage before {formatDay(date)} is held of this release.</p>
      ) : (
        <>
          <p>The vintages held before {formatDay(date)}, newest first:</p>
          <ul className="earlier-vintages">
            {found.earlier.map((day) => (
              <li key={day}>
                <Link href={`/releases/${release}/${date}/since?from=${day}`} prefetch={false}>
                  {formatDay(day)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
