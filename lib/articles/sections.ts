import type { Root } from "mdast";
import { parseMdx } from "./mdx-tree.ts";
import { movePositions } from "./move-positions.ts";
import type { Piece } from "./pieces.ts";

/** A block of code may hold a heading; an import or an old line ending counts for the whole text. */
const reachesFurther = /`{3}|~{3}|^(?:import|export)\b|\r(?!\n)/mu;

/** What a note or an address is named by: it counts for the whole text, so each section is read with the names of all. */
const definition = /^(?<name>\[[^\]\n[\\]+\]:)/gmu;

const heading = /^#{1,6} /u;

/** The sections of so many texts are kept: of the one that is edited, and of some others. */
const mostKept = 100;

/** The trees of sections, their positions counted from their start, the one that was asked for last at the end. */
const kept = new Map<string, Root>();

/**
 * The tree of a text and the pieces it is cut in, read section by section: a heading ends whatever stands before it. Who saves a text
 * with one word changed has one section read anew. Null when the text must be read as one, since a section cannot be read or
 * reaches into others.
 */
export function parseSections(
  { text, from: start }: Piece,
  pieces: readonly Piece[],
  file: string,
): Root | null {
  const names = [...text.matchAll(definition)].map(([name]) => name);
  if (reachesFurther.test(text) || names.length !== text.split("]:").length - 1) return null;
  const tree: Root = { type: "root", children: [] };
  const starts = pieces.filter((piece, index) => index === 0 || heading.test(piece.text));
  for (const [index, { from, line }] of starts.entries()) {
    const end = starts[index + 1]?.from ?? start + text.length;
    const parsed = parseSection(text.slice(from - start, end - start), names, file);
    if (parsed === null) return null;
    tree.children.push(...movePositions(parsed, from, line - 1).children);
  }
  return tree;
}

function parseSection(text: string, names: readonly string[], file: string): Root | null {
  const named = [text, ...names.map((name) => `${name} x`)].join("\n\n");
  const known = kept.get(named);
  if (known !== undefined) {
    kept.delete(named);
    kept.set(named, known);
    return known;
  }
  const parsed = parseMdx(named, file);
  if (!("tree" in parsed)) return null;
  const children = parsed.tree.children.filter(
    ({ position }) => (position?.start.offset ?? 0) < text.length,
  );
  const tree: Root = { type: "root", children };
  kept.set(named, tree);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return tree;
}
