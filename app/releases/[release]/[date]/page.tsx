import type { Metadata } from "next";
import { formatDay } from "#lib/series/format";
import { NoSuchVintage } from "../../../_components/release/no-such-vintage.tsx";
import { VintageSheet } from "../../../_components/release/vintage-sheet.tsx";
import { alternatesOf } from "../../../_components/site/alternates.ts";
import { getVintage } from "../../../_data/release.ts";
import "../../../_styles/area-and-release.css";
import "../../../_styles/release.css";

interface VintageProps {
  readonly params: Promise<{ release: string; date: string }>;
}

export function generateStaticParams() {
  return [{ release: "slt1", date: "2026-06-18" }];
}

export async function generateMetadata({ params }: VintageProps): Promise<Metadata> {
  const { release: slug, date } = await params;
  const found = await getVintage(slug, date);
  if (!found?.ok) return { title: "No such vintage" };
  const { release, vintage } = found.page;
  return {
    title: `${release.title}, vintage of ${formatDay(vintage.date)}`,
    description: `What the vintage of ${formatDay(vintage.date)} of ${release.title} added, revised and withdrew.`,
    alternates: alternatesOf(`/releases/${release.slug}/${vintage.date}`),
  };
}

/** One vintage against the one before it. */
export default async function VintageRoute({ params }: VintageProps) {
  const { release, date } = await params;
  const found = await getVintage(release, date);
  if (!found?.ok) return <NoSuchVintage what="vintage" />;
  return <VintageSheet page={found.page} />;
}
