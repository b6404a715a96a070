import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Problem } from "#lib/series/problem";
import { parseYaml, type PlaceOf } from "#lib/series/yaml-text";
import { contentFolder } from "./content-folder.ts";
import { definitionSchema, type ChartDefinition } from "./definition.ts";
import { readFileIfThere } from "./read-file-if-there.ts";

/** A chart's definition, or everything that is wrong with it. */
export type LoadedChart =
  | {
      readonly ok: true;
      readonly definition: ChartDefinition;
      /** Where its fields stand. */
      readonly placeOf: PlaceOf;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where editors keep charts, seen from the project's folder. */
export const chartsFolder = path.join(contentFolder, "charts");

/** Charts as they were at one moment, whatever their files hold since. */
export interface ChartTexts {
  /** Where they lay, for places in problems. */
  readonly folder: string;
  /** By id. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Where charts are read from: a folder, or texts at hand. */
export type ChartsPlace = string | ChartTexts;

const idShape = /^[a-z][a-z0-9-]{0,63}$/;

/** Ids of all charts of a place, in the order of their names. */
export async function chartIds(place: ChartsPlace = chartsFolder): Promise<string[]> {
  if (typeof place !== "string") return [...place.texts.keys()].sort();
  // The comment keeps the bundler from tracing the whole project for what the folder might be.
  const names = await readdir(/* turbopackIgnore: true */ place);
  return names
    .filter((name) => name.endsWith(".yml"))
    .map((name) => name.slice(0, -".yml".length))
    .sort();
}

/** The definition of one chart; null when there is no such chart, or the id is not one. Other read errors are thrown. */
export async function loadChart(
  id: string,
  place: ChartsPlace = chartsFolder,
): Promise<LoadedChart | null> {
  if (!idShape.test(id)) return null;
  const inFolder = typeof place === "string";
  const file = path.join(inFolder ? place : place.folder, `${id}.yml`);
  const text = inFolder ? await readFileIfThere(file) : (place.texts.get(id) ?? null);
  return text === null ? null : parseDefinition(text, file);
}

/**
 * Reads one definition. Problems: those of `parseYaml`, and `wrong-id` (the id is not the file's name), each with its line
 * and column.
 */
export function parseDefinition(text: string, file: string): LoadedChart {
  const parsed = parseYaml(text, definitionSchema, file);
  if (!parsed.ok) return parsed;
  const { value, placeOf } = parsed.value;
  const expected = path.basename(file, ".yml");
  if (value.id !== expected) {
    const message = `expected the id to be the file's name, "${expected}", found "${value.id}"`;
    return { ok: false, problems: [{ kind: "wrong-id", message, at: placeOf(["id"]) }] };
  }
  const at = { file, line: 1, column: 1 };
  const headlineAt = placeOf(["headline"], 0);
  return { ok: true, definition: { ...value, at, headlineAt }, placeOf };
}
