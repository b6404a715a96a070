import { isPublished, sumOf, type Identity, type PublishedCell } from "../identities.ts";
import type { SourceCell } from "../parsed-file.ts";
import type { PressLayout } from "./press-layout.ts";
import type { PressRelease } from "./press-release.ts";

/** What the lines of a release should add up to, in each of its columns. */
export function* pressIdentities(
  { columns, cells }: PressRelease,
  { identities, tolerance }: Pick<PressLayout, "identities" | "tolerance">,
): Generator<Identity> {
  for (const at of columns.keys()) {
    const line = (number: number) => published(cells[(number - 1) * columns.length + at]);
    for (const { whole, parts, less } of identities) {
      const expected = sumOf(parts.map(line)).minus(sumOf(less.map(line)));
      yield { identity: wordsOf(whole, parts, less), whole: line(whole), expected, tolerance };
    }
  }
}

/** "line 3 = line 4 + line 9" */
function wordsOf(whole: number, parts: readonly number[], less: readonly number[]): string {
  const plus = parts.map((number) => `line ${number}`).join(" + ");
  return `line ${whole} = ${[plus, ...less.map((number) => `line ${number}`)].join(" − ")}`;
}

/** Press releases print a figure in every place. */
function published(cell: SourceCell | undefined): PublishedCell {
  if (!cell || !isPublished(cell)) throw new Error("A release without one of its figures");
  return cell;
}
