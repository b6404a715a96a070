import { plainSpaces } from "#lib/claims/figure-words";
import { findNumberedNames } from "#lib/claims/numbered-name";
import { findDates } from "#lib/claims/printed-period";
import { spanOf, type TextSpan } from "#lib/claims/text-span";
import type { AlikeTest } from "./alike-words.ts";
import type { FigureChange } from "./figure-changes.ts";
import type { MarkedBlock } from "./marked-blocks.ts";
import type { ApartRule, MutationKind } from "./mutation.ts";

/** Names that hold words of the tables: of a table, of a story, of an institution. */
const names =
  /Sell America|Treasury International Capital|Major Foreign Holders|Fannie Mae|Department of the Treasury/gu;

/** "Among the ten largest" is true of the third as "among the nine largest" is. */
const bounds = /among the \p{L}+ largest/gu;

/**
 * What is changed in these kinds says something by itself. The others are nouns, which say something wrong only beside a
 * claim.
 */
const alone: readonly MutationKind[] = [
  "digit",
  "sign",
  "unit",
  "direction",
  "side",
  "comparison",
  "rank",
];

/**
 * Which rule a change of a block falls under, or null when it changes what the data could contradict. `sentence` is the one
 * it stands in, `listed` the sources whose figures the article records.
 */
export function findApart(
  { text, marks }: MarkedBlock,
  listed: ReadonlySet<string>,
  isAlike: AlikeTest,
): (change: FigureChange, sentence: TextSpan) => ApartRule | null {
  const plain = plainSpaces(text);
  const dates = findDates(plain);
  const named = [...findNumberedNames(plain), ...[...text.matchAll(names)].map(spanOf)];
  const bounding = [...text.matchAll(bounds)].map(spanOf);
  return (change, sentence) => {
    const { kind, start, end, replacement } = change;
    const around = marks.find(({ from, to }) => overlaps({ start: from, end: to }, change));
    if (around?.name === "Exempt") return "exempt";
    if (around?.name === "Quoted") {
      return listed.has(around.attributes.get("source")?.value ?? "") ? null : "quoted";
    }
    if (dates.some((date) => overlaps(date, change))) return "date";
    if (named.some((name) => overlaps(name, change))) return "name";
    if (kind === "count" && bounding.some((bound) => overlaps(bound, change))) return "same";
    if (around && around.from <= start && end <= around.to) {
      const words = text.slice(around.from, start) + replacement + text.slice(end, around.to);
      if (isAlike(around, words)) return "same";
    }
    const beside = marks
      .filter(({ from, to }) => overlaps({ start: from, end: to }, sentence))
      .map(({ name }) => name);
    if (beside.includes("Claim")) return null;
    if (beside.includes("Quoted")) return "quoted";
    return alone.includes(kind) ? null : "no-claim";
  };
}

/** An insertion has no length, and touches what it stands at the start of. */
export function overlaps(left: TextSpan, right: TextSpan): boolean {
  return left.start < Math.max(right.end, right.start + 1) && right.start < left.end;
}
