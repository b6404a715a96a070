import { findFigures } from "#lib/claims/printed-figure";

/** Digits that name a thing or a time: "Table 1", "line 23", "Form S", "16:00", "2024-25", "9 a.m.". */
const names =
  /\b(?:tables?|lines?|forms?|series|section|part|note|page|chapter|figure|chart|nos?\.)[ \u00a0]\d+(?:[-\u2013]\d+|(?:, \d+)*,? and \d+)?\b|\b\d{1,2}:\d{2}\b|\b\d{1,2} [ap]\.m\.|\b(?:1[89]|20)\d\d[-\u2013]\d{2,4}\b/giu;

const wordNumber =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred";
const spelled = new RegExp(
  String.raw`\b(?:${wordNumber})(?:[- ](?:${wordNumber}))*[ \u00a0-](?:trillion|billion|million|percent)\b`,
  "giu",
);

/** A figure in plain text, by offset. */
export interface UnmarkedFigure {
  readonly text: string;
  readonly start: number;
}

/**
 * The figures of a text that a reader would take for data: amounts in digits, and amounts spelled out with a scale.
 * Years, months and days are not, nor are numbers that name a table or a time of day.
 */
export function findUnmarkedFigures(source: string): UnmarkedFigure[] {
  const text = source.replace(/&#?\w{1,10};/gu, (entity) => " ".repeat(entity.length));
  const named = [...text.matchAll(names)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
  const digits = findFigures(text)
    .filter((figure) => figure.type === "amount")
    .filter(({ start, end }) => named.every((name) => end <= name.start || start >= name.end));
  const words = [...text.matchAll(spelled)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
  return [...digits, ...words]
    .map(({ start, end }) => ({ text: text.slice(start, end).trim(), start }))
    .sort((left, right) => left.start - right.start);
}
