import type { TextSpan } from "#lib/claims/text-span";
import { firstFrom } from "./span-index.ts";

/** The mentions that start in none of these spans, both in the order of the text. */
export function outside<M extends TextSpan>(
  mentions: readonly M[],
  spans: readonly TextSpan[],
): M[] {
  return mentions.filter(({ start }) => {
    const before = spans[firstFrom(spans, start + 1) - 1];
    return before === undefined || before.end <= start;
  });
}
