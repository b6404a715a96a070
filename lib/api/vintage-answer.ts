import { z } from "zod";
import type { Release, Vintage } from "#lib/series/vintage";

/** A publication that recurs, as the API describes it. */
export const releaseSchema = z
  .object({
    release: z.string().describe("Slug"),
    title: z.string(),
    publisher: z.string(),
    url: z.url().describe("Address of the file at the publisher"),
    licence: z.string(),
  })
  .describe("A publication that recurs");

/** A vintage and its file, as the API describes them. */
export const vintageSchema = z
  .object({
    vintage: z.string().describe("Day of publication, YYYY-MM-DD"),
    file: z.string(),
    url: z.url(),
    sha256: z.string().describe("Of the file's bytes"),
    bytes: z.int(),
    retrieved: z.string().nullable().describe("Day on which the file was fetched, if known"),
    note: z.string().nullable().describe("What is unusual about its origin"),
  })
  .describe("A release as published on one day, and the file it came in");

export function describeRelease({
  slug,
  title,
  publisher,
  url,
  licence,
}: Release): z.infer<typeof releaseSchema> {
  return { release: slug, title, publisher, url, licence };
}

export function describeVintage({ date, snapshot, note }: Vintage): z.infer<typeof vintageSchema> {
  const { fileName, url, sha256, bytes, retrieved } = snapshot;
  return { vintage: date, file: fileName, url, sha256, bytes, retrieved, note };
}
