import type { MetadataRoute } from "next";
import { absoluteUrl } from "./_data/site-url.ts";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/" },
    sitemap: [
      "/sitemap.xml",
      "/charts/sitemap.xml",
      "/data/sitemap.xml",
      "/areas/sitemap.xml",
      "/releases/sitemap.xml",
    ].map(absoluteUrl),
  };
}
