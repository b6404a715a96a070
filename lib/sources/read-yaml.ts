import { readFileSync } from "node:fs";
import type { z } from "zod";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { parseYaml } from "#lib/series/yaml-text";

/** Reads a YAML file and checks its shape. Problems: `unreadable-file` and those of `parseYaml`. */
export function readYaml<T>(file: string, schema: z.ZodType<T>): Checked<T> {
  const text = readText(file);
  if (!text.ok) return text;
  const parsed = parseYaml(text.value, schema, file);
  return parsed.ok ? accepted(parsed.value.value) : parsed;
}

/** The text of a file. Problem: `unreadable-file`. */
export function readText(file: string): Checked<string> {
  try {
    return accepted(readFileSync(file, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return refused([
      {
        kind: "unreadable-file",
        message: `Expected to read ${file}, found: ${reason}`,
        at: { file, line: 1, column: 1 },
      },
    ]);
  }
}
