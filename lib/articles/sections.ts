import type { Root } from "mdast";
import { parseKnown } from "./known-trees.ts";
import { movePositions } from "./move-positions.ts";
import type { Piece } from "./pieces.ts";

/** A block of code may hold a heading; an import or an old line ending counts for the whole text. */
const reachesFurther = /`{3}|~{3}|^(?:import|export)\b|\r(?!\n)/mu;

/** What a note or an address is named by: it counts for the whole text, so each section is read with the names of all. */
const definition = /^(?<name>\[[^\]\n[\\]+\]:)/gmu;

const heading = /^#{1,6} /u;

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
    const children = parseSection(text.slice(from - start, end - start), names, file);
    if (children === null) return null;
    const section = movePositions({ type: "root", children }, from, line - 1);
    tree.children.push(...section.children);
  }
  return tree;
}

function parseSection(
  text: string,
  names: readonly string[],
  file: string,
): Root["children"] | null {
  const parsed = parseKnown([text, ...names.map((name) => `${name} x`)].join("\n\n"), file);
  if ("problems" in parsed) return null;
  return parsed.tree.children.filter(({ position }) => (position?.start.offset ?? 0) < text.length);
}
