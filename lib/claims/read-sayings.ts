import type { Problem } from "#lib/series/problem";
import { rememberTexts } from "#lib/series/remember-texts";
import { countsPeriods } from "./read-count.ts";
import { comparingWordsOf } from "./comparing-words.ts";
import { plainSpaces } from "./figure-words.ts";
import { findLooseOrdinal, findLooseWord, findPartOfYear, findTornFigure } from "./loose-words.ts";
import { readAll, type Placed, type PlacedReading } from "./read-at.ts";
import type { Saying } from "./saying.ts";
import { carryDirections, shareUnits, tieCounts, turnExtremes } from "./saying-context.ts";
import { readTokens, spanOfTokens, type Token } from "./word-token.ts";

/** What is wrong with the words of a mark; the caller knows where they stand. */
export type Trouble = Omit<Problem, "at">;

/** A text longer than this is no mark: it is refused unread. */
const longestMark = 2000;

/**
 * What the words of a mark say, in their order. Nouns and other words without a reading are passed over. Refused are a text
 * that says nothing, figures that cannot be read, and words that would change what is said and are in no saying.
 */
export const readSayings: (source: string) => ReadSayings = rememberTexts(readOnce);

type ReadSayings = { readonly sayings: readonly Saying[] } | { readonly trouble: Trouble };

function readOnce(source: string): ReadSayings {
  if (source.length > longestMark) {
    return trouble(
      "unread-words",
      `the words of a claim are ${source.length} characters long; at most ${longestMark} are read`,
      "tie each saying to a claim of its own",
    );
  }
  const text = plainSpaces(source);
  const tokens = readTokens(text);
  const unreadable = tokens.find((token) => token.kind === "unreadable");
  if (unreadable) {
    const { figure, start, end } = unreadable;
    const message = `"${text.slice(start, end)}" ${figure.reason}`;
    return trouble("unreadable-figure", message, figure.fix);
  }
  const placed = readAll(tokens);
  for (const each of placed) {
    if (!("refusal" in each)) continue;
    const { start, end } = spanOfTokens(tokens, each.from, each.end);
    const { reason, fix } = each.refusal;
    return trouble("unread-words", `"${text.slice(start, end)}" in "${text}" ${reason}`, fix);
  }
  const kept = dropWeak(placed, tokens);
  const sayings = kept.map((each) => sayingOf(each, tokens, text));
  const loose = findLooseOrdinal(tokens, placed);
  if (loose) {
    const message = `"${text.slice(loose.start, loose.end)}" in "${text}" is not read`;
    return trouble("unread-words", message, loose.fix);
  }
  const inContext = carryDirections(tieCounts(turnExtremes(shareUnits(sayings, tokens))), tokens);
  return findLeftOver(text, tokens, placed, inContext) ?? { sayings: inContext };
}

/** What is weak says something only where it stands alone: "in 2025", "purchases". "Net sales turned to net purchases". */
function dropWeak(placed: readonly Placed[], tokens: readonly Token[]): PlacedReading[] {
  const readings = placed.filter((each): each is PlacedReading => !("refusal" in each));
  const strong = readings.filter((reading) => !reading.isWeak);
  const hasSide = strong.some(({ sense }) => sense === "side");
  if (strong.length === 0) return readings;
  const saysNoFigure = strong.every(
    ({ sense, printed }) => (sense === "side" || sense === "change") && printed === null,
  );
  return readings.filter(
    (reading) =>
      !reading.isWeak ||
      (hasSide && reading.sense === "side") ||
      (saysNoFigure && reading.sense === "count" && countsPeriods(tokens, reading)),
  );
}

function sayingOf(
  { from, end, isWeak: _isWeak, isGeneric: _isGeneric, ...said }: PlacedReading,
  tokens: readonly Token[],
  text: string,
): Saying {
  const span = spanOfTokens(tokens, from, end);
  return { ...said, ...span, text: text.slice(span.start, span.end) };
}

function findLeftOver(
  text: string,
  tokens: readonly Token[],
  placed: readonly Placed[],
  sayings: readonly Saying[],
): { readonly trouble: Trouble } | null {
  const torn = findTornFigure(text, sayings);
  if (torn) return trouble("figure-with-words", torn.message, torn.fix);
  const isOutside = ({ start, end }: { start: number; end: number }) =>
    sayings.every((saying) => end <= saying.start || start >= saying.end);
  const loose = findLooseWord(tokens.filter(isOutside));
  if (loose) {
    const message = `"${text.slice(loose.start, loose.end)}" in "${text}" changes what is said and is not read`;
    return trouble("figure-with-words", message, loose.fix);
  }
  const unread = comparingWordsOf(placed, tokens).find(isOutside);
  if (unread) {
    const message = `"${text.slice(unread.start, unread.end)}" in "${text}" is not read`;
    return trouble(
      "unread-words",
      message,
      "leave it out of the mark, or give it a claim of its own",
    );
  }
  if (sayings.length === 0) {
    return trouble(
      "no-figure",
      `"${text}" says nothing that can be held against a value`,
      'put a figure or a comparing word between the tags, such as "$5 billion", "fell" or "third-largest"; or use holds="…" for words that are true or not',
    );
  }
  const part = findPartOfYear(text, tokens, sayings);
  return part && trouble("figure-with-words", part.message, part.fix);
}

function trouble(kind: string, message: string, fix: string): { readonly trouble: Trouble } {
  return { trouble: { kind, message, fix } };
}
