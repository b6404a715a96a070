import { bracesLimit } from "./limits.ts";
import { failure, success, type Outcome } from "./problem.ts";
import type { KeyNode, KeysNode } from "./series-node.ts";
import type { TextRange } from "./tree.ts";

/** A key, or one alternative of a segment, with its place in the text of the key. */
type Piece = TextRange & { readonly name: string };

/**
 * Reads a key with braces, `slt1.{equities,agencies}.net.{japan,canada}`, which names every combination. Where only one
 * segment offers a choice, each key stands at its alternative, else at the whole. `start` is where the text begins; what
 * stands in a definition has the `place` of its use.
 */
export function readBraces(
  text: string,
  start: number,
  place: TextRange | null,
): Outcome<KeysNode> {
  const whole = place ?? { start, end: start + text.length };
  const segments = segmentsOf(text);
  const strange = segments
    .flat()
    .find(({ name }) => !/^[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*$/.test(name));
  if (strange !== undefined) {
    const found = strange.name === "" ? "nothing" : `\`${cut(strange.name)}\``;
    const message = `Braces hold parts of keys, with commas between them: one here is ${found}`;
    return failure(whole, "bad-braces", message, "write them as slt1.total.net.{japan,canada}");
  }
  const count = segments.reduce((product, { length }) => product * length, 1);
  if (count > bracesLimit) {
    const message = `\`${cut(text)}\` names ${count} series: at most ${bracesLimit} are added up`;
    return failure(whole, "too-many-series", message, "add up fewer, or name their total");
  }
  const choices = segments.filter(({ length }) => length > 1);
  const keys = combine(segments).map((pieces): KeyNode => {
    const chosen =
      choices.length === 1 ? pieces.find((piece) => choices[0]?.includes(piece)) : undefined;
    const own = chosen && { start: start + chosen.start, end: start + chosen.end };
    return {
      kind: "key",
      key: pieces.map(({ name }) => name).join("."),
      ...(place ?? own ?? whole),
    };
  });
  const seen = new Set<string>();
  const repeated = keys.find(({ key }) => seen.size === seen.add(key).size);
  if (repeated !== undefined) {
    const message = `\`${repeated.key}\` is named twice, and would be counted twice`;
    return failure(repeated, "repeated-series", message, "name each series once");
  }
  return success({ kind: "keys", pattern: text.replace(/\s/g, ""), keys, ...whole });
}

function segmentsOf(text: string): Piece[][] {
  return [...text.matchAll(/\{[^{}]*\}|[^.{}]+/g)].map((segment) =>
    [...segment[0].matchAll(/[^{},]+|(?<=[{,])(?=[},])/g)].map((found) => {
      const name = found[0].trim();
      const start = segment.index + found.index + found[0].indexOf(name);
      return { name, start, end: start + name.length };
    }),
  );
}

function combine(segments: readonly (readonly Piece[])[]): Piece[][] {
  return segments.reduce<Piece[][]>(
    (starts, segment) => starts.flatMap((pieces) => segment.map((piece) => [...pieces, piece])),
    [[]],
  );
}

function cut(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}\u2026`;
}
