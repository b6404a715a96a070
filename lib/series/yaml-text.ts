import { parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { accepted, refused, type Checked } from "./checked.ts";
import type { Place, Problem } from "./problem.ts";

/** A YAML text that has its shape, and where each field of it stands. */
export interface YamlValue<T> {
  readonly value: T;
  /** The place of a field; when it is missing, the place of what should hold it. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/**
 * Reads a YAML text and checks its shape: the door of everything editors write as YAML. Problems: `bad-yaml` and
 * `wrong-shape`, each at its place. `firstLine` is the line of the file on which the text starts.
 */
export function parseYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  file: string,
  firstLine = 1,
): Checked<YamlValue<T>> {
  // Counted here: the library's own counter misses line ends within what it cannot read.
  const document = parseDocument(text, { prettyErrors: false });
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const placeAt = (offset: number): Place => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { file, line: line + firstLine, column: offset - (starts[line] ?? 0) + 1 };
  };
  if (document.errors.length > 0) {
    return refused(
      document.errors.map((error): Problem => ({
        kind: "bad-yaml",
        message: error.message.split("\n")[0] ?? "not YAML",
        at: placeAt(error.pos[0]),
        fix: "write it as YAML, one `name: value` a line; put text with a colon in quotes",
      })),
    );
  }
  const placeOf = (path: readonly PropertyKey[]) => placeAt(offsetOf(document, path));
  const plain = plainValue(document);
  if (!plain.ok) {
    const at = placeAt(0);
    return refused([{ kind: "bad-yaml", message: plain.message, at, fix: "write the value out" }]);
  }
  const checked = schema.safeParse(plain.value);
  if (checked.success) return accepted({ value: checked.data, placeOf });
  return refused(
    checked.error.issues.map(({ path, message }) => ({
      kind: "wrong-shape",
      message: `${path.join(".") || "the whole"}: ${message}`,
      at: placeOf(path),
    })),
  );
}

/** Aliases can make a short text stand for a huge one; nothing here needs them, so the library is told to refuse. */
function plainValue(
  document: Document,
): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { ok: false, message: `an alias (*name) is not allowed here: ${error.message}` };
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (typeof node !== "object" || node === null || !("range" in node)) continue;
    if (Array.isArray(node.range) && typeof node.range[0] === "number") return node.range[0];
  }
  return 0;
}
