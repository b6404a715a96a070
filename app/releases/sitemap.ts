import type { MetadataRoute } from "next";
import { listReleaseAddresses } from "../_data/release.ts";
import { absoluteUrl } from "../_data/site-url.ts";

/** Each vintage has a page, so this list grows with every one. */
export const dynamic = "force-dynamic";

/** The page of every release and every vintage. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const pages = await listReleaseAddresses();
  return [
    { url: absoluteUrl("/releases") },
    ...pages.map(({ path, changed }) => ({ url: absoluteUrl(path), lastModified: changed })),
  ];
}
