import type { MetadataRoute } from "next";
import { listSeriesPages } from "../_data/data.ts";
import { absoluteUrl } from "../_data/site-url.ts";

/** Every series changes with a vintage, and so does this list. */
export const dynamic = "force-dynamic";

/** The page of every series, with the day of its table's newest vintage. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const pages = await listSeriesPages();
  return [
    { url: absoluteUrl("/data") },
    ...pages.map(({ path, changed }) => ({ url: absoluteUrl(path), lastModified: changed })),
  ];
}
