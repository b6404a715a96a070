import { readFileSync } from "node:fs";
import { LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import type { Place, Problem } from "#lib/series/problem";
import { accepted, refused, type Checked } from "./checked.ts";

/** Reads a YAML file and checks its shape. Problems: `unreadable-file`, `bad-yaml`, `wrong-shape`, with their places. */
export function readYaml<T>(file: string, schema: z.ZodType<T>): Checked<T> {
  const text = readText(file);
  if (!text.ok) return text;
  const lines = new LineCounter();
  const document = parseDocument(text.value, { lineCounter: lines });
  const broken = document.errors.map((error): Problem => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { kind: "bad-yaml", message: error.message, at: { file, line, column: col } };
  });
  if (broken.length > 0) return refused(broken);
  const result = schema.safeParse(document.toJS());
  if (result.success) return accepted(result.data);
  return refused(
    result.error.issues.map((issue) => ({
      kind: "wrong-shape",
      message: `${issue.path.join(".") || "file"}: ${issue.message}`,
      at: placeOf(file, document, lines, issue.path),
    })),
  );
}

function readText(file: string): Checked<string> {
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

/** The nearest place that exists on the way to `path`: a missing key is shown at the map that lacks it. */
function placeOf(
  file: string,
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): Place {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (typeof node !== "object" || node === null || !("range" in node)) continue;
    if (!Array.isArray(node.range) || typeof node.range[0] !== "number") continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { file, line, column: col };
  }
  return { file, line: 1, column: 1 };
}
