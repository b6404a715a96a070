import { distance } from "fastest-levenshtein";

/**
 * At most `limit` of the candidates that look most like a misspelt text, the nearest first: those that contain it, then
 * by edit distance (Levenshtein), then by the alphabet. Candidates that share less than half of their letters with it
 * are left out: a far-fetched suggestion is worse than none.
 */
export function nearest(text: string, candidates: readonly string[], limit: number): string[] {
  const wanted = text.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, distance: distanceTo(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(wanted.length, candidate.length) / 2)
    .sort(
      (left, right) =>
        left.distance - right.distance || compareTexts(left.candidate, right.candidate),
    )
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Fractions put every candidate that contains the text before every one that does not, the shorter first. */
function distanceTo(wanted: string, candidate: string): number {
  if (wanted.length > 2 && candidate.includes(wanted)) return 1 - wanted.length / candidate.length;
  return distance(wanted, candidate);
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
