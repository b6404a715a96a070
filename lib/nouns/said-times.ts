import type { TextSpan } from "#lib/claims/text-span";
import { monthNames } from "#lib/series/format";

/** A text in which times that hang on the day of the article are written out. */
export interface SaidTimes {
  /** As long as the text it comes from, so that every place in it is the same. */
  readonly text: string;
  /** A span of it with all the words that were written out at its end. */
  readonly widen: <M extends TextSpan>(mention: M) => M;
}

const relative =
  /(?<!\b(?:the|every|each|per) )\b(?<which>[Ll]ast|[Tt]his|[Nn]ext) (?<unit>year|quarter|month|spring|summer|autumn|winter)\b(?!-| of\b)/gu;
const steps: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** "Last year" in an article of 2026 as "2025", filled up with spaces; a text of no known day is left as it is. */
export function sayTimes(text: string, published: string | undefined): SaidTimes {
  if (published === undefined) return { text, widen: (mention) => mention };
  const year = Number(published.slice(0, 4));
  const month = Number(published.slice(5, 7));
  const replaced: TextSpan[] = [];
  const said = text.replace(relative, (words, which: string, unit: string, offset: number) => {
    const step = steps[which.toLowerCase()] ?? 0;
    const named = nameOf(unit, step, year, month);
    if (named === null || named.length > words.length) return words;
    replaced.push({ start: offset, end: offset + words.length });
    return named.padEnd(words.length);
  });
  return {
    text: said,
    widen: (mention) => {
      const holder = replaced.find(({ start, end }) => start < mention.end && mention.end < end);
      return holder ? { ...mention, end: holder.end } : mention;
    },
  };
}

/** Null for what may be either of two: "last spring". */
function nameOf(unit: string, step: number, year: number, month: number): string | null {
  switch (unit) {
    case "year":
      return String(year + step);
    case "quarter": {
      const quarter = Math.floor((month - 1) / 3) + step;
      return `Q${(((quarter % 4) + 4) % 4) + 1} ${year + Math.floor(quarter / 4)}`;
    }
    case "month": {
      const place = month - 1 + step;
      const name = monthNames[((place % 12) + 12) % 12] ?? "";
      return `${name.slice(0, 3)} ${year + Math.floor(place / 12)}`;
    }
    default:
      return step === 0 ? `${unit} ${year}` : null;
  }
}
