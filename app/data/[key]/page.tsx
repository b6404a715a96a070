import type { Metadata } from "next";
import { formatDay } from "#lib/series/format";
import { readPageQuery, seriesPath } from "#lib/site/data-page-query";
import type { AddressParameters } from "#lib/site/data-query";
import { valuesInWords } from "#lib/site/data-words";
import { MissingSeries } from "../../_components/data/missing-series.tsx";
import { SeriesAside } from "../../_components/data/series-aside.tsx";
import { SeriesChart } from "../../_components/data/series-chart.tsx";
import { SeriesCite } from "../../_components/data/series-cite.tsx";
import { SeriesFacts } from "../../_components/data/series-facts.tsx";
import { SeriesHead } from "../../_components/data/series-head.tsx";
import { SeriesJsonLd } from "../../_components/data/series-json-ld.tsx";
import { SeriesRevisions } from "../../_components/data/series-revisions.tsx";
import { SeriesSource } from "../../_components/data/series-source.tsx";
import { SeriesUses } from "../../_components/data/series-uses.tsx";
import { SeriesValues } from "../../_components/data/series-values.tsx";
import { SeriesViolations } from "../../_components/data/series-violations.tsx";
import { seriesSubject } from "#lib/feeds/subjects";
import { alternatesOf } from "../../_components/site/alternates.ts";
import { cardOf } from "../../_components/site/card-of.ts";
import { findNear, getDataPage } from "../../_data/data.ts";

interface SeriesProps {
  readonly params: Promise<{ key: string }>;
  readonly searchParams: Promise<AddressParameters>;
}

export async function generateMetadata(props: SeriesProps): Promise<Metadata> {
  const { page } = await read(props);
  if (page === null) return { title: "No such series" };
  const { series, vintage, headline } = page;
  const newest = headline === null ? "" : ` ${headline.amount} newest.`;
  const description = `${valuesInWords(series)}, with every vintage held.${newest} As of ${formatDay(vintage.date)}.`;
  const path = seriesPath(series.key);
  return {
    title: series.title,
    description,
    alternates: alternatesOf(path, seriesSubject(series)),
    openGraph: {
      type: "website",
      siteName: "Tickmark",
      title: series.title,
      description,
      url: path,
      images: cardOf("data", series.key, `${series.title}. ${page.chart?.alt ?? ""}`.trim()),
    },
    twitter: { card: "summary_large_image" },
  };
}

/** A series: its newest figure, its picture, what it is, its values, how they were revised, and who uses them. */
export default async function SeriesPage(props: SeriesProps) {
  const { page, query, notices } = await read(props);
  if (page === null) {
    const { key } = await props.params;
    return <MissingSeries wanted={key} near={await findNear(key)} />;
  }
  return (
    <div className="data-series">
      <article className="data-series-main">
        <SeriesHead page={page} query={query} notices={notices} />
        <SeriesChart page={page} />
        <SeriesFacts page={page} />
        <SeriesValues page={page} query={query} />
        <SeriesRevisions page={page} query={query} />
        <SeriesViolations page={page} />
        <SeriesUses page={page} />
        <SeriesSource page={page} />
        <SeriesCite page={page} />
      </article>
      <SeriesAside page={page} />
      <SeriesJsonLd page={page} />
    </div>
  );
}

async function read({ params, searchParams }: SeriesProps) {
  const { key } = await params;
  const { query, notices } = readPageQuery(key, await searchParams);
  const page = await getDataPage(key, query.asOf, query.allValues, query.allRevisions);
  return { page, query, notices };
}
