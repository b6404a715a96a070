import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { LineCounter, parseDocument, type Document } from "yaml";
import type { Place, Problem } from "#lib/series/problem";
import { definitionSchema, type ChartDefinition } from "./definition.ts";

/** A chart's definition, or everything that is wrong with it. */
export type LoadedChart =
  | { readonly ok: true; readonly definition: ChartDefinition }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where editors keep charts, seen from the project's folder. */
export const chartsFolder = path.join("content", "charts");

const idShape = /^[a-z][a-z0-9-]{0,63}$/;

/** Ids of all charts in a folder, in the order of their names. */
export async function chartIds(folder: string = chartsFolder): Promise<string[]> {
  // The comment keeps the bundler from tracing the whole project for what the folder might be.
  const names = await readdir(/* turbopackIgnore: true */ folder);
  return names
    .filter((name) => name.endsWith(".yml"))
    .map((name) => name.slice(0, -".yml".length))
    .sort();
}

/** The definition of one chart; null when there is no such chart, or the id is not one. Other read errors are thrown. */
export async function loadChart(
  id: string,
  folder: string = chartsFolder,
): Promise<LoadedChart | null> {
  if (!idShape.test(id)) return null;
  const file = path.join(folder, `${id}.yml`);
  try {
    return parseDefinition(await readFile(/* turbopackIgnore: true */ file, "utf8"), file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Reads one definition. Problems: `bad-yaml`, `wrong-shape` (a field missing, unknown or of the wrong form) and `wrong-id`
 * (the id is not the file's name), each with its line and column.
 */
export function parseDefinition(text: string, file: string): LoadedChart {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      kind: "bad-yaml",
      message: error.message,
      at: placeAt(file, lines, error.pos[0]),
    }));
    return { ok: false, problems };
  }
  const at = { file, line: 1, column: 1 };
  const checked = definitionSchema.safeParse(document.toJS());
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) => ({
      kind: "wrong-shape",
      message: `${issue.path.join(".") || "chart"}: ${issue.message}`,
      at: placeOf(file, document, lines, issue.path),
    }));
    return { ok: false, problems };
  }
  const expected = path.basename(file, ".yml");
  if (checked.data.id !== expected) {
    const message = `expected the id to be the file's name, "${expected}", found "${checked.data.id}"`;
    const place = placeOf(file, document, lines, ["id"]);
    return { ok: false, problems: [{ kind: "wrong-id", message, at: place }] };
  }
  const headlineAt = placeOfText(file, text, lines, checked.data.headline);
  return { ok: true, definition: { ...checked.data, at, headlineAt } };
}

/** Where a value starts, past a quote or the `>-` of a folded text; the first line when it was escaped. */
function placeOfText(file: string, source: string, lines: LineCounter, value: string): Place {
  return placeAt(file, lines, Math.max(0, source.indexOf(value.slice(0, 40))));
}

/** The place of a field; when the field is missing, the place of what should hold it. */
function placeOf(
  file: string,
  document: Document,
  lines: LineCounter,
  fieldPath: readonly PropertyKey[],
): Place {
  for (let depth = fieldPath.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(fieldPath.slice(0, depth), true);
    if (typeof node !== "object" || node === null || !("range" in node)) continue;
    if (Array.isArray(node.range) && typeof node.range[0] === "number") {
      return placeAt(file, lines, node.range[0]);
    }
  }
  return { file, line: 1, column: 1 };
}

function placeAt(file: string, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}
