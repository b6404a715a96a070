import { formatPublished } from "#lib/series/format";

/**
 * A published decimal that lines up on its point with others in a column set flush right: what it lacks of `decimals`
 * stands there unseen, because a file prints "9271" under "9359.3" and no digit may be added to it.
 */
export function AlignedFigure({ value, decimals }: { value: string; decimals: number }) {
  const missing = decimals - decimalsOf(value);
  return (
    <>
      {formatPublished(value)}
      {missing <= 0 ? null : (
        <span className="unseen" aria-hidden="true">
          {(missing === decimals ? "." : "") + "0".repeat(missing)}
        </span>
      )}
    </>
  );
}

/** How many digits a decimal text has after its point. */
export function decimalsOf(value: string): number {
  return value.split(".")[1]?.length ?? 0;
}
