import type { Receipt } from "#lib/site/receipt";

/** What came out of a computation, as said to a reader: a figure as it is, a statement in words. */
export function outcome({ computed }: Pick<Receipt, "computed">): string {
  return computed === "true" ? "The comparison is true" : computed;
}
