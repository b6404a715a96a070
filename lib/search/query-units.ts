import type { QueryPart, SearchQuery } from "./search-query.ts";
import type { Synonyms } from "./synonyms.ts";
import { shortestBeginning, type Run, type WordPlaces } from "./word-places.ts";

/** One thing asked for: the runs of words that stand for it, as typed first, then its other names. */
export type QueryUnit = readonly Run[];

/** What a query asks for. The last word may be a beginning, for it may still be typed; a short one only when no document has it. */
export function unitsOf(
  { parts }: SearchQuery,
  places: WordPlaces,
  synonyms: Synonyms,
): QueryUnit[] {
  const units: QueryUnit[] = [];
  for (let at = 0; at < parts.length;) {
    const part = parts[at];
    if (part === undefined) break;
    const named = part.isPhrase ? synonyms.at(part.stems, 0) : synonyms.at(singles(parts, at), 0);
    if (part.isPhrase) {
      const isName = named?.length === part.stems.length;
      units.push([whole(part.stems), ...(isName ? named.names.map(whole) : [])]);
      at += 1;
      continue;
    }
    const taken = parts.slice(at, at + (named?.length ?? 1));
    const typed = whole(taken.flatMap(({ stems }) => stems));
    const last = taken.at(-1)?.plain[0] ?? "";
    const isLast = at + taken.length === parts.length;
    const others = (named?.names ?? []).map(whole);
    const isKnown = [typed, ...others].some((run) => places.of(run).length > 0);
    const begins = isLast && (last.length >= shortestBeginning || !isKnown);
    const beginning = { stems: [...typed.stems.slice(0, -1), last], isBeginning: true };
    units.push([typed, ...(begins ? [beginning] : []), ...others]);
    at += taken.length;
  }
  return units;
}

/** The words from a part on, up to the next in quotes. */
function singles(parts: readonly QueryPart[], from: number): string[] {
  const end = parts.findIndex(({ isPhrase }, at) => at >= from && isPhrase);
  return parts.slice(from, end === -1 ? undefined : end).flatMap(({ stems }) => stems);
}

function whole(stems: readonly string[]): Run {
  return { stems, isBeginning: false };
}
