import { isScalar, parseDocument, visit, type Document, type ErrorCode, type Scalar } from "yaml";
import type { z } from "zod";
import { accepted, refused, type Checked } from "./checked.ts";
import type { Place, Problem } from "./problem.ts";
import { describeShape } from "./shape-problem.ts";

/** A YAML text that has its shape, and where each field of it stands. */
export interface YamlValue<T> {
  readonly value: T;
  readonly placeOf: PlaceOf;
}

/**
 * The place of a field, or of a character of its text, by its offset in the value; when the field is missing, the place of
 * what should hold it: of the whole text, the line before it where it has one, such as the `---` of an article.
 */
export type PlaceOf = (path: readonly PropertyKey[], offset?: number) => Place;

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
  const read = readYaml(text, file, firstLine);
  return read.ok ? checkShape(read.value, schema) : read;
}

/** The same without its shape. Problems: `bad-yaml`. */
export function readYaml(text: string, file: string, firstLine = 1): Checked<YamlValue<unknown>> {
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
        ...(plainReasons[error.code] ?? {
          message: error.message.split("\n")[0] ?? "not YAML",
          fix: "write it as YAML, one `name: value` a line; put text with a colon in quotes",
        }),
        at: placeAt(error.pos[0]),
      })),
    );
  }
  const inQuotes = curlyQuoted(document);
  if (inQuotes.length > 0) {
    return refused(
      inQuotes.map(({ text, offset }): Problem => ({
        kind: "bad-yaml",
        message: `${text} stands in curly quotes, which would be printed with it`,
        at: placeAt(offset),
        fix: `write straight quotes round it, or none: "${text.slice(1, -1)}"`,
      })),
    );
  }
  const known = new Map<string, readonly number[]>();
  const placeOf: PlaceOf = (path, offset) => {
    const own = offsetOf(document, path);
    if (own === null) return { file, line: Math.max(1, firstLine - 1), column: 1 };
    if (offset === undefined) return placeAt(own);
    const field = JSON.stringify(path.map(String));
    const offsets = known.get(field) ?? textOffsets(text, document, path);
    known.set(field, offsets);
    return placeAt(offsets[offset] ?? own);
  };
  const plain = plainValue(document);
  if (!plain.ok) {
    const at = placeAt(0);
    return refused([{ kind: "bad-yaml", message: plain.message, at, fix: "write the value out" }]);
  }
  return accepted({ value: plain.value, placeOf });
}

/** What editors get wrong most, in plain words, by the library's name for it. */
const plainReasons: Partial<Record<ErrorCode, { readonly message: string; readonly fix: string }>> =
  {
    TAB_AS_INDENT: {
      message: "a tab indents this line, and YAML counts spaces only",
      fix: "write spaces in the place of the tab, as many as its neighbors have",
    },
    BLOCK_AS_IMPLICIT_KEY: {
      message: "a second colon with a space behind it stands in this line",
      fix: 'put the text in straight quotes: title: "One: two"',
    },
    MISSING_CHAR: {
      message: "what was opened before this place does not end: a quote or a bracket",
      fix: "end it with the same straight quote, \" or ', or with its bracket; curly quotes end nothing",
    },
  };

/** Checks the shape of what was read. Problems: `wrong-shape`. */
export function checkShape<T>(
  { value, placeOf }: YamlValue<unknown>,
  schema: z.ZodType<T>,
): Checked<YamlValue<T>> {
  const checked = schema.safeParse(value);
  if (checked.success) return accepted({ value: checked.data, placeOf });
  return refused(
    checked.error.issues.flatMap((issue) =>
      describeShape(issue, value, schema).map(({ path, message, fix }): Problem => ({
        kind: "wrong-shape",
        message,
        at: placeOf(path),
        ...(fix === undefined ? {} : { fix }),
      })),
    ),
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

/** Texts that somebody meant to put in quotes: to YAML, curly ones are letters. Quotes within such a text make it a sentence. */
function curlyQuoted(document: Document): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  const read = (_: unknown, { type, value, range }: Scalar) => {
    if (type !== "PLAIN" || typeof value !== "string" || !range) return;
    if (/^[“”„‟‘‚][^“”„‟"]*[“”‟’"]$/u.test(value)) found.push({ text: value, offset: range[0] });
  };
  visit(document, { Scalar: read });
  return found;
}

/** Null when nothing of the path is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | null {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (typeof node !== "object" || node === null || !("range" in node)) continue;
    if (Array.isArray(node.range) && typeof node.range[0] === "number") return node.range[0];
  }
  return null;
}

/**
 * Where the characters of a field's text stand; a blank stands where the letter before it does. Line ends and blanks may differ
 * from the value's (folding), all else is written as it is; the list ends where it is not, as behind an escape.
 */
function textOffsets(source: string, document: Document, path: readonly PropertyKey[]): number[] {
  const node: unknown = document.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== "string" || !node.range) return [];
  const [from, to] = node.range;
  const start = node.type?.startsWith("BLOCK") ? source.indexOf("\n", from) : from;
  let at = node.type?.startsWith("QUOTE") ? start + 1 : start;
  const isBlank = (character: string | undefined) =>
    character !== undefined && /\s/u.test(character);
  const offsets: number[] = [];
  for (const { 0: letter, index } of node.value.matchAll(/\S/gu)) {
    while (at < to && isBlank(source[at])) at += 1;
    if (!source.startsWith(letter, at)) break;
    while (offsets.length < index) offsets.push(offsets.at(-1) ?? at);
    for (let unit = 0; unit < letter.length; unit += 1) offsets.push(at + unit);
    at += letter.length;
  }
  return offsets;
}
