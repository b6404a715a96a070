import type { MetadataRoute } from "next";
import { listChartDays } from "../_data/chart.ts";
import { absoluteUrl } from "../_data/site-url.ts";

/** A chart comes with the article that shows it. */
export const dynamic = "force-dynamic";

/** The page of every chart, with the day of the vintage it shows. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const days = await listChartDays();
  return [
    { url: absoluteUrl("/charts") },
    ...[...days].map(([id, day]) => ({ url: absoluteUrl(`/charts/${id}`), lastModified: day })),
  ];
}
