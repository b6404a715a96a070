import { z } from "zod";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import type { Snapshot } from "#lib/series/vintage";

const day = z.custom<VintageDate>(
  (value) => typeof value === "string" && isVintageDate(value),
  "expected a day such as 2026-06-18",
);
const period = z.custom<Period>(
  (value) => typeof value === "string" && isPeriod(value),
  "expected a period such as 2025-12",
);
const text = z.string().min(1);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "expected a decimal");
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected a SHA-256 in hexadecimal");
const count = z.int().nonnegative();
const place = z.int().positive();

const violation = z.strictObject({
  identity: text,
  key: text,
  period,
  found: decimal,
  expected: decimal,
  difference: decimal,
  tolerance: decimal,
  acknowledged: z.boolean(),
  line: place,
  column: place,
  against: z.strictObject({ release: text, date: day }).nullable(),
});

const sourceFile = {
  release: z.string().regex(/^[a-z0-9]+$/),
  title: text,
  publisher: text,
  licence: text,
  url: z.url(),
  /** Day the source file was fetched; null when nobody wrote it down. */
  retrieved: day.nullable(),
  fileName: z.string().regex(/^[\w.-]+$/),
  bytes: count,
  sha256,
  /** What a reader should know about the origin of these figures; null when there is nothing unusual. */
  note: text.nullable(),
  files: z
    .array(z.strictObject({ name: z.string().regex(/^[a-z-]+\.csv$/), rows: count, sha256 }))
    .min(1),
};

/** `manifest.json` beside carried-over figures: where they come from, and what proves that they are still the same. */
export const manifestSchema = z.strictObject({
  ...sourceFile,
  /** Day of publication: the date of the vintage. */
  released: day,
  /** Date the source file prints on itself; null when it prints none. */
  statedDate: day.nullable(),
  /** Identities that the figures break; not there when they all hold. */
  violations: z.array(violation).min(1).optional(),
});

/** The same for a source file that collects vintages, which `vintages.csv` beside it lists. */
export const collectionSchema = z.strictObject({ ...sourceFile, vintages: place });

export type Manifest = z.infer<typeof manifestSchema>;
export type CollectionManifest = z.infer<typeof collectionSchema>;

/** The source file that a manifest speaks of. */
export function snapshotOf({ sha256, fileName, url, bytes, retrieved }: Manifest): Snapshot {
  return { sha256, fileName, url, bytes, retrieved };
}
