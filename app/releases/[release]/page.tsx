import type { Metadata } from "next";
import Link from "next/link";
import { startWithCount } from "#lib/site/release-names";
import { NoSuchVintage } from "../../_components/release/no-such-vintage.tsx";
import { VintageYears } from "../../_components/release/vintage-years.tsx";
import { alternatesOf } from "../../_components/site/alternates.ts";
import { getRelease } from "../../_data/release.ts";
import "../../_styles/area-and-release.css";
import "../../_styles/release.css";

interface ReleaseProps {
  readonly params: Promise<{ release: string }>;
}

export function generateStaticParams() {
  return ["slt1", "mfh"].map((release) => ({ release }));
}

export async function generateMetadata({ params }: ReleaseProps): Promise<Metadata> {
  const page = await getRelease((await params).release);
  if (page === null) return { title: "No such release" };
  const { slug, title } = page.release;
  return {
    title,
    description: `Every vintage held of ${title}, and what each of them changed.`,
    alternates: alternatesOf(`/releases/${slug}`),
  };
}

/** A release and all its vintages. */
export default async function ReleaseRoute({ params }: ReleaseProps) {
  const page = await getRelease((await params).release);
  if (page === null) return <NoSuchVintage what="release" />;
  const { release, vintages, headline } = page;
  return (
    <div className="register">
      <header className="register-head">
        <p className="kicker">
          <Link href="/releases" prefetch={false}>
            Releases
          </Link>
        </p>
        <h1>{release.title}</h1>
        <p className="dek">
          {vintages.length === 1
            ? "One vintage is"
            : `${startWithCount(vintages.length)} vintages are`}{" "}
          held. Each is kept as published.
        </p>
      </header>
      <p className="release-source">
        {release.publisher}: <a href={release.url}>the source</a>. {release.licence}.{" "}
        <Link href={`/data?release=${release.slug}`} prefetch={false}>
          Its series
        </Link>
      </p>
      <VintageYears page={page} />
      {headline === null ? null : (
        <p className="ledger-rest">
          Mean revision: the mean absolute difference, in {headline.unit}, of the values of{" "}
          <Link href={`/data/${headline.key}`} prefetch={false}>
            {headline.label}
          </Link>{" "}
          that the vintage changed. A value that came or went is no revision.
        </p>
      )}
    </div>
  );
}
