import type { TextSpan } from "#lib/claims/text-span";

/** Those of `spans`, in the order of the text, that start within `unit`. */
export function startingIn<T extends TextSpan>(spans: readonly T[], unit: TextSpan): readonly T[] {
  return spans.slice(firstFrom(spans, unit.start), firstFrom(spans, unit.end));
}

/** The place of the first span that starts at an offset or behind it. */
export function firstFrom(spans: readonly TextSpan[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
