import { z } from "zod";

const originSchema = z
  .url({
    protocol: /^https?$/,
    error: "SITE_URL must be an address such as https://tickmark.example",
  })
  .default("http://localhost:3000")
  .transform((text) => new URL(text));

/** Where the site is published, from `SITE_URL`. Only its origin counts. Throws when it is not an http(s) address. */
export function siteUrl(): URL {
  return new URL(originSchema.parse(process.env["SITE_URL"] || undefined).origin);
}

/** The full address of a path on this site. */
export function absoluteUrl(path: string): string {
  return new URL(path, siteUrl()).href;
}
