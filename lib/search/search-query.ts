import { wordTokens } from "./word-token.ts";

/** What a reader looks for: words in any order, and words in quotes that stand together. */
export interface SearchQuery {
  /** As typed, without what means nothing; empty when nothing was typed. */
  readonly text: string;
  /** Each a run of words; those that were not in quotes are runs of one. */
  readonly parts: readonly QueryPart[];
}

export interface QueryPart {
  readonly text: string;
  readonly plain: readonly string[];
  readonly stems: readonly string[];
  readonly isPhrase: boolean;
}

/** A longer text is cut: nobody types it, and comparing takes as long as it is long. */
export const longestQuery = 200;
const mostParts = 12;

/** Words that say nothing about what is looked for, unless they stand in quotes. */
const passedOver: ReadonlySet<string> = new Set(
  "a an and are as at by did do does for from how in is it of on or that the their to was were what who with".split(
    " ",
  ),
);

/** Reads what was typed. Words that say nothing are passed over, unless there are no others. */
export function readQuery(typed: string): SearchQuery {
  const text = typed
    .slice(0, longestQuery)
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
  // Quotes part a text into pieces outside and inside of them; a last quote that nobody closed opens none.
  const pieces = text.split(/["“”„«»]/);
  const parts = pieces.flatMap((piece, position) =>
    position % 2 === 1 && position < pieces.length - 1 ? phraseOf(piece) : singlesOf(piece),
  );
  const telling = parts.filter(
    ({ isPhrase, plain: [word = ""] }) => isPhrase || !passedOver.has(word),
  );
  return { text, parts: (telling.length > 0 ? telling : parts).slice(0, mostParts) };
}

function phraseOf(text: string): QueryPart[] {
  const tokens = wordTokens(text);
  if (tokens.length < 2) return singlesOf(text);
  return [
    {
      text: text.trim(),
      plain: tokens.map(({ plain }) => plain),
      stems: tokens.map(({ stem }) => stem),
      isPhrase: true,
    },
  ];
}

function singlesOf(text: string): QueryPart[] {
  return wordTokens(text).map(({ plain, stem, start, end }) => ({
    text: text.slice(start, end),
    plain: [plain],
    stems: [stem],
    isPhrase: false,
  }));
}
