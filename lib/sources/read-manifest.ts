import { z } from "zod";
import { accepted, refused, type Checked } from "#lib/series/checked";
import type { Problem } from "#lib/series/problem";
import {
  collectionSchema,
  manifestSchema,
  type CollectionManifest,
  type Manifest,
} from "./manifest.ts";
import { readText } from "./read-text.ts";

/** Reads a seed's `manifest.json`, of either kind. Problems: `unreadable-file`, `wrong-shape`. */
export function readManifest(file: string): Checked<Manifest | CollectionManifest> {
  const text = readText(file);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  if (!json.ok) return refused([seedProblem(file, "wrong-shape", json.reason)]);
  const collects =
    typeof json.value === "object" && json.value !== null && "vintages" in json.value;
  const result = (collects ? collectionSchema : manifestSchema).safeParse(json.value);
  if (result.success) return accepted(result.data);
  return refused([seedProblem(file, "wrong-shape", z.prettifyError(result.error))]);
}

/** A problem with a whole file of a seed folder. */
export function seedProblem(file: string, kind: string, message: string): Problem {
  const fix = "restore the folder from version control, or make it again from the source file";
  return { kind, message, at: { file, line: 1, column: 1 }, fix };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}
