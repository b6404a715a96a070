const half = 50;

/**
 * A difference as a bar from the middle: down to the left, up to the right, by its part of the largest in the list. The
 * figure stands beside it, so it says nothing to who does not see it.
 */
export function RevisionBar({ part }: { part: number }) {
  const length = Math.max(0.5, Math.abs(part) * half);
  return (
    <svg
      className={part < 0 ? "revision-bar revision-bar-down" : "revision-bar"}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect x={part < 0 ? half - length : half} y="2" width={length} height="6" />
      <line x1={half} x2={half} y1="0" y2="10" />
    </svg>
  );
}
