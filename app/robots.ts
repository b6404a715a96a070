import type { MetadataRoute } from "next";
import { absoluteUrl } from "./_data/site-url.ts";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/" },
    sitemap: [absoluteUrl("/sitemap.xml"), absoluteUrl("/data/sitemap.xml")],
  };
}
