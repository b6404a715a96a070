import type { TextSpan } from "#lib/claims/text-span";

/** Characters of a source that become others. */
export interface Edit extends TextSpan {
  readonly replacement: string;
}

/** A source with its edits made; they do not overlap, and are of the source as it is. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let text = "";
  let from = 0;
  for (const { start, end, replacement } of inOrder(edits)) {
    text += source.slice(from, start) + replacement;
    from = end;
  }
  return text + source.slice(from);
}

/** Edits as one, from the start of the first to the end of the last; null of none. */
export function mergeEdits(source: string, edits: readonly Edit[]): Edit | null {
  const [first] = inOrder(edits);
  const last = inOrder(edits).at(-1);
  if (first === undefined || last === undefined) return null;
  const { start } = first;
  const moved = edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start,
  }));
  const replacement = applyEdits(source.slice(start, last.end), moved);
  return { start, end: last.end, replacement };
}

export function overlap(left: TextSpan, right: TextSpan): boolean {
  return left.start < right.end && right.start < left.end;
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((left, right) => left.start - right.start);
}
