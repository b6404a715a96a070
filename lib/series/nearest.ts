import { distance } from "fastest-levenshtein";

/**
 * At most `limit` of the candidates that look most like a misspelt text, the nearest first (then by the alphabet). Dotted
 * keys of as many parts are compared part by part, so `holding.china` finds `holdings.china-mainland` before
 * `holdings.chile`. Candidates that share less than half of their letters are left out: a far-fetched suggestion is worse
 * than none.
 */
export function nearest(text: string, candidates: readonly string[], limit: number): string[] {
  const wanted = text.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, away: distanceTo(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= Math.max(wanted.length, candidate.length) / 2)
    .sort((left, right) => left.away - right.away || compareTexts(left.candidate, right.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

function distanceTo(wanted: string, candidate: string): number {
  const parts = wanted.split(".");
  const others = candidate.split(".");
  if (parts.length !== others.length) return editDistance(wanted, candidate);
  return parts.reduce((sum, part, place) => sum + editDistance(part, others[place] ?? ""), 0);
}

/** Levenshtein's distance; a text cut short is nearer than one slip of the finger, the less is cut the nearer. */
function editDistance(wanted: string, candidate: string): number {
  if (wanted.length > 2 && candidate.includes(wanted)) return 1 - wanted.length / candidate.length;
  return distance(wanted, candidate);
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
