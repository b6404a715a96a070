import type { MetadataRoute } from "next";
import { listAreaSlugs } from "../_data/area.ts";
import { getHome } from "../_data/home.ts";
import { absoluteUrl } from "../_data/site-url.ts";

/** A vintage may bring an area, and changes the figures of most. */
export const dynamic = "force-dynamic";

/** The page of every area, with the day of the newest vintage. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [{ newestVintage }, slugs] = await Promise.all([getHome(), listAreaSlugs()]);
  return ["/areas", ...slugs.map((slug) => `/areas/${slug}`)].map((path) => ({
    url: absoluteUrl(path),
    lastModified: newestVintage,
  }));
}
