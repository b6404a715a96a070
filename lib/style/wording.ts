import type { ProseBlock } from "./prose.ts";
import type { StyleFinding, StyleRule } from "./finding.ts";

/** A form of words that the house does not use. */
export interface Wording {
  readonly rule: StyleRule;
  /** With the flags `g` and `u`; each gap is bounded, so that no text makes it slow. */
  readonly pattern: RegExp;
  /** What is wrong, behind the words themselves: "shortens its unit". */
  readonly says: string;
  /** What to write in its place; null where nothing is wrong after all. */
  readonly write: (
    groups: Readonly<Record<string, string | undefined>>,
    found: string,
  ) => string | null;
  /** Whether a table may use it, where room is short. */
  readonly inTables?: true;
}

/** Every place of a block where one of them stands. Of two that overlap the one that begins first counts. */
export function findWordings(
  { kind, text }: Pick<ProseBlock, "kind" | "text">,
  wordings: readonly Wording[],
): StyleFinding[] {
  const found = wordings
    .filter(({ inTables }) => kind !== "cell" || inTables !== true)
    .flatMap(({ rule, pattern, says, write }) =>
      [...text.matchAll(pattern)].flatMap(({ 0: words, index: start, groups = {} }) => {
        const instead = write(groups, words);
        if (instead === null) return [];
        const end = start + words.length;
        return [{ rule, start, end, message: `"${words}" ${says}`, fix: `write "${instead}"` }];
      }),
    )
    .sort((left, right) => left.start - right.start);
  let end = 0;
  return found.filter((finding) => {
    if (finding.start < end) return false;
    ({ end } = finding);
    return true;
  });
}
