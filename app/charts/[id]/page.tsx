import type { Metadata } from "next";
import Link from "next/link";
import { ChartCite } from "../../_components/charts/chart-cite.tsx";
import { ChartSeries } from "../../_components/charts/chart-series.tsx";
import { NoSuchChart } from "../../_components/charts/no-such-chart.tsx";
import { ChartUses } from "../../_components/charts/chart-uses.tsx";
import { Claim } from "../../_components/article/claim.tsx";
import { ChartFigure } from "../../_components/chart/chart-figure.tsx";
import { alternatesOf } from "../../_components/site/alternates.ts";
import { cardOf } from "../../_components/site/card-of.ts";
import { getChart, listCharts } from "../../_data/chart.ts";
import { absoluteUrl } from "../../_data/site-url.ts";
import "../../_styles/area-and-release.css";
import "../../_styles/charts.css";

interface ChartProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateStaticParams() {
  return (await listCharts()).map(({ view }) => ({ id: view.id }));
}

export async function generateMetadata({ params }: ChartProps): Promise<Metadata> {
  const page = await getChart((await params).id);
  if (page === null) return { title: "No such chart" };
  const { id, headline, measure, alt } = page.view;
  const path = `/charts/${id}`;
  const { canonical, types } = alternatesOf(path);
  const oembed = `/oembed?url=${encodeURIComponent(absoluteUrl(path))}`;
  return {
    title: headline,
    description: measure,
    alternates: {
      canonical,
      types: { ...types, "application/json+oembed": [{ url: oembed, title: headline }] },
    },
    openGraph: {
      type: "website",
      siteName: "Tickmark",
      title: headline,
      description: measure,
      url: path,
      images: cardOf("charts", id, `${headline}. ${alt}`),
    },
    twitter: { card: "summary_large_image" },
  };
}

/** A chart by itself: its headline with its claims, the picture, the data behind it, how to cite it, and who uses it. */
export default async function ChartRoute({ params }: ChartProps) {
  const page = await getChart((await params).id);
  if (page === null) return <NoSuchChart />;
  const { view, headline } = page;
  return (
    <div className="chart-page">
      <p className="kicker">
        <Link href="/charts" prefetch={false}>
          Charts
        </Link>
      </p>
      <h1 className="visually-hidden">{view.headline}</h1>
      <ChartFigure
        view={view}
        subject="page"
        alone
        headline={headline.map((part) =>
          typeof part === "string" ? (
            part
          ) : (
            <Claim key={part.receipt.id} receipt={part.receipt}>
              {part.text}
            </Claim>
          ),
        )}
      />
      <ChartUses page={page} />
      <ChartSeries page={page} />
      <ChartCite page={page} />
    </div>
  );
}
