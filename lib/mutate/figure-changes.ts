import { plainSpaces } from "#lib/claims/figure-words";
import { findFigures } from "#lib/claims/printed-figure";
import { findYears } from "#lib/claims/printed-period";
import type { MutationKind } from "./mutation.ts";
import type { Swap } from "./swap-words.ts";

/** A change of a figure, and what it is a change of. */
export interface FigureChange extends Swap {
  readonly kind: MutationKind;
}

const digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Each digit of each amount made every other digit, each amount given a minus, each year made the one before and after. */
export function changeFigures(source: string): FigureChange[] {
  const text = plainSpaces(source);
  const amounts = findFigures(text).filter((figure) => figure.type !== "period");
  return [
    ...amounts.flatMap(({ start, end }) => [
      ...[...text.slice(start, end).matchAll(/\d/g)].flatMap(({ index, 0: digit }) =>
        changeDigit(start + index, digit),
      ),
      { kind: "sign" as const, start, end: start, replacement: "-" },
    ]),
    ...findYears(text).flatMap(({ start, end }) =>
      [-1, 1].map((step) => ({
        kind: "period" as const,
        start,
        end,
        replacement: String(Number(text.slice(start, end)) + step),
      })),
    ),
  ];
}

function changeDigit(start: number, digit: string): FigureChange[] {
  return digits
    .filter((other) => other !== digit)
    .map((replacement) => ({ kind: "digit", start, end: start + 1, replacement }));
}
