import { isDeepStrictEqual } from "node:util";
import { isCollection, isMap, isPair, isScalar, isSeq, parseDocument, type Document } from "yaml";
import { cutFrontmatter } from "#lib/articles/cut-frontmatter";
import type { ArticleDecision, WrittenCorrection } from "#lib/articles/frontmatter";
import { readTime } from "#lib/articles/publication-time";

/** What is written into the frontmatter of an article. */
export interface FrontmatterEdit {
  /** Fields that take another value. */
  readonly set?: Readonly<Record<string, string>>;
  /** What is added at the end of lists. */
  readonly append?: {
    readonly corrections?: readonly WrittenCorrection[];
    readonly desk?: readonly ArticleDecision[];
  };
  /** Fields of one line that are taken away, with what stands behind them on that line. */
  readonly remove?: readonly string[];
}

export type Edited =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly message: string };

/** A stretch of the text and what takes its place. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Edits the frontmatter in place: every other byte stays, comments and line ends included. The result is read again and must
 * say what was wanted and nothing else; YAML that is written in an uncommon way is refused, and left to a person.
 */
export function editFrontmatter(source: string, edit: FrontmatterEdit): Edited {
  const mark = source.startsWith("\ufeff") ? "\ufeff" : "";
  const text = source.slice(mark.length);
  const { yaml, problems } = cutFrontmatter(text, "");
  if (yaml === null) return { ok: false, message: problems[0]?.message ?? "no frontmatter" };
  const document = parseDocument(yaml, { prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents) || document.contents.flow === true)
    return refused("expected one `name: value` a line");
  const splices: Splice[] = [];
  for (const [field, value] of Object.entries(edit.set ?? {})) {
    const node = document.get(field, true);
    if (!isScalar(node) || !node.range) return refused(`expected a value of \`${field}\``);
    splices.push({ from: node.range[0], to: node.range[1], text: value });
  }
  for (const field of edit.remove ?? []) {
    const line = lineOf(yaml, document, field);
    if (line === null) return refused(`expected \`${field}\` on a line of its own`);
    splices.push({ ...line, text: "" });
  }
  const eol = yaml.includes("\r\n") ? "\r\n" : "\n";
  // A list at the end of the frontmatter goes on before a new one begins there.
  const lists = Object.entries(edit.append ?? {}).toSorted(
    ([left], [right]) => Number(document.has(right)) - Number(document.has(left)),
  );
  for (const [field, items] of lists) {
    if (items.length === 0) continue;
    const splice = appendTo(yaml, document, field, items.map(toFields), eol);
    if (splice === null) return refused(`expected a list in \`${field}\``);
    splices.push(splice);
  }
  const edited = splices
    // At one place, the end, what was asked for first comes first.
    .toSorted(
      (left, right) => right.from - left.from || splices.indexOf(right) - splices.indexOf(left),
    )
    .reduce((whole, { from, to, text: put }) => whole.slice(0, from) + put + whole.slice(to), yaml);
  if (!isDeepStrictEqual(valueOf(edited), expected(yaml, edit)))
    return refused("it could not be changed without changing more than was wanted");
  const start = text.indexOf(yaml);
  return {
    ok: true,
    source: mark + text.slice(0, start) + edited + text.slice(start + yaml.length),
  };
}

function refused(why: string): Edited {
  return { ok: false, message: `the frontmatter cannot be edited by machine: ${why}` };
}

type Fields = readonly (readonly [name: string, value: string])[];

/** Days, times and ids stand bare, all else in quotes, where nothing in it can be taken for YAML. */
function toFields(item: WrittenCorrection | ArticleDecision): Fields {
  return Object.entries(item).flatMap(([name, value]: [string, string | undefined]) =>
    value === undefined ? [] : [[name, isPlain(value) ? value : JSON.stringify(value)]],
  );
}

function isPlain(value: string): boolean {
  return /^[\da-z-]+$/.test(value) || readTime(value).ok;
}

/** The whole line of a field whose value stands behind it. */
function lineOf(
  yaml: string,
  document: Document,
  field: string,
): { from: number; to: number } | null {
  const node = document.get(field, true);
  if (!isScalar(node) || !node.range) return null;
  const from = yaml.lastIndexOf("\n", node.range[0]) + 1;
  const end = yaml.indexOf("\n", node.range[1]);
  return yaml.startsWith(field, from) && end >= 0 ? { from, to: end + 1 } : null;
}

function appendTo(
  yaml: string,
  document: Document,
  field: string,
  items: readonly Fields[],
  eol: string,
): Splice | null {
  const node = document.get(field, true);
  if (node === undefined) {
    const text = `${field}:${eol}${blockOf(items, "  ", eol)}`;
    return { from: yaml.length, to: yaml.length, text };
  }
  if (!isSeq(node) || !node.range) return null;
  const [from, to] = node.range;
  if (node.flow === true) {
    const inline = items.map(
      (fields) => `{ ${fields.map(([name, value]) => `${name}: ${value}`).join(", ")} }`,
    );
    if (node.items.length > 0) return { from: to - 1, to: to - 1, text: `, ${inline.join(", ")}` };
    return { from, to, text: eol + blockOf(items, "  ", eol).slice(0, -eol.length) };
  }
  const last = endOf(node);
  const line = yaml.indexOf("\n", yaml[last - 1] === "\n" ? last - 1 : last);
  if (line < 0) return null;
  const indent = /[^\n]*$/.exec(yaml.slice(0, from))?.[0] ?? "";
  return indent.trim() === ""
    ? { from: line + 1, to: line + 1, text: blockOf(items, indent, eol) }
    : null;
}

function blockOf(items: readonly Fields[], indent: string, eol: string): string {
  return items
    .flatMap((fields) =>
      fields.map(
        ([name, value], at) => `${indent}${at === 0 ? "- " : "  "}${name}: ${value}${eol}`,
      ),
    )
    .join("");
}

/** Where the last text of a node ends: a block list itself reaches over the comments behind it. */
function endOf(node: unknown): number {
  if (isPair(node)) return endOf(node.value ?? node.key);
  if (isCollection(node) && node.flow !== true && node.items.length > 0)
    return endOf(node.items.at(-1));
  return isScalar(node) || isCollection(node) ? (node.range?.[1] ?? 0) : 0;
}

function valueOf(yaml: string): unknown {
  const document = parseDocument(yaml, { prettyErrors: false });
  const value: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 0 });
  return value;
}

function expected(yaml: string, { set = {}, append = {}, remove = [] }: FrontmatterEdit): unknown {
  const value = valueOf(yaml);
  const fields = new Map<string, unknown>(
    typeof value === "object" && value !== null ? Object.entries(value) : [],
  );
  for (const [field, text] of Object.entries(set)) fields.set(field, text);
  for (const field of remove) fields.delete(field);
  for (const [field, items] of Object.entries(append)) {
    if (items.length === 0) continue;
    const before: unknown = fields.get(field);
    const kept: readonly unknown[] = Array.isArray(before) ? before : [];
    fields.set(field, [...kept, ...items.map(withoutGaps)]);
  }
  return Object.fromEntries(fields);
}

function withoutGaps(item: object): object {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}
