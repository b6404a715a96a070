import { z } from "zod";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Snapshot } from "#lib/series/vintage";

const day = z.custom<VintageDate>(
  (value) => typeof value === "string" && isVintageDate(value),
  "expected a day such as 2026-06-18",
);
const text = z.string().min(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected a SHA-256 in hexadecimal");
const count = z.int().nonnegative();

/** `manifest.json` beside carried-over figures: where they come from, and what proves that they are still the same. */
export const manifestSchema = z.strictObject({
  release: z.string().regex(/^[a-z0-9]+$/),
  title: text,
  publisher: text,
  licence: text,
  url: z.url(),
  /** Day of publication: the date of the vintage. */
  released: day,
  /** Day the source file was fetched; null when nobody wrote it down. */
  retrieved: day.nullable(),
  /** Date the source file prints on itself; null when it prints none. */
  statedDate: day.nullable(),
  fileName: z.string().regex(/^[\w.-]+$/),
  bytes: count,
  sha256,
  /** What a reader should know about the origin of this vintage; null when there is nothing unusual. */
  note: text.nullable(),
  files: z
    .array(z.strictObject({ name: z.string().regex(/^[a-z-]+\.csv$/), rows: count, sha256 }))
    .min(1),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** The source file that a manifest speaks of. */
export function snapshotOf({ sha256, fileName, url, bytes, retrieved }: Manifest): Snapshot {
  return { sha256, fileName, url, bytes, retrieved };
}
