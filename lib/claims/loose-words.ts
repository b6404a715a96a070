import { foreignWord, scalePowers } from "./figure-words.ts";
import { ordinalOf } from "./number-words.ts";
import { periodPhraseAt } from "./period-phrase.ts";
import { monthWord } from "./printed-period.ts";
import type { Saying } from "./saying.ts";
import type { TextSpan } from "./text-span.ts";
import { wordAt, type Token } from "./word-token.ts";

const negations =
  /^(?:not|never|no|nor|neither|without|hardly|barely|scarcely|cannot|minus|negative|nothing|nobody|.*n't)$/;
const multiplying =
  /^(?:multiplied|divided|times|hundreds?|thousands?|dozens?|halves|percent|percentage|pct|pp|bps|points)$/;
const foreign = new RegExp(`^${foreignWord}$`, "iu");

/** A word outside all sayings that would make another saying of one: "not", "hundred", "euros". */
export function findLooseWord(
  tokens: readonly Token[],
): (TextSpan & { readonly fix: string }) | null {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "word") continue;
    const { word, start, end } = token;
    if (/^(?:every|each)$/.test(word) && /^(?:year|quarter)$/.test(wordAt(tokens, at + 1))) {
      const fix = 'say since when ("every year since 2019"), or count them ("all four years")';
      return { start, end, fix };
    }
    if (negations.test(word)) {
      const fix =
        "say it without the denial, or leave the word outside and put a claim round what it denies";
      return { start, end, fix };
    }
    const isScale = word.length > 1 && Object.hasOwn(scalePowers, word);
    if (isScale || multiplying.test(word) || foreign.test(word)) {
      return { start, end, fix: "keep the figure whole: its sign, digits and unit together" };
    }
  }
  return null;
}

/** An ordinal in no reading, which a count or a rank may hang on; "first" is mostly an adverb. */
export function findLooseOrdinal(
  tokens: readonly Token[],
  placed: readonly { readonly from: number; readonly end: number }[],
): (TextSpan & { readonly fix: string }) | null {
  const read = new Set(placed.flatMap(({ from, end }) => rangeOf(from, end)));
  const loose = tokens.find(
    (token, at) =>
      token.kind === "word" &&
      token.word !== "first" &&
      !read.has(at) &&
      ordinalOf(token.word) !== null &&
      !/^(?:quarter|half)$/.test(wordAt(tokens, at + 1)),
  );
  if (loose === undefined) return null;
  const fix = 'write "fourth month running", "third-largest", or leave it out of the mark';
  return { start: loose.start, end: loose.end, fix };
}

function rangeOf(from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, step) => from + step);
}

/** A figure in parentheses, or with its sign apart. */
export function findTornFigure(
  text: string,
  sayings: readonly Saying[],
): { readonly message: string; readonly fix: string } | null {
  for (const { parts } of sayings) {
    const figure = parts.find(({ role }) => role === "figure");
    if (figure === undefined) continue;
    const before = text.slice(0, figure.start);
    const printed = text.slice(figure.start, figure.end);
    if (/\( {0,3}$/u.test(before) && /^ {0,3}\)/u.test(text.slice(figure.end))) {
      return {
        message: `"${text}" has its figure in parentheses`,
        fix: `write "-${printed}" or "${printed}"`,
      };
    }
    if (/[-+\u2010-\u2013\u2212\ufe63\uff0d] {1,3}$/u.test(before)) {
      return {
        message: `"${text}" has a sign apart from its figure`,
        fix: "write the sign next to the figure",
      };
    }
  }
  return null;
}

/** Words for a part of a year. "may" and "march" in lower case are verbs. */
const partOfYear = new RegExp(
  `^(?:(?!may|mar)${monthWord}|quarters?|q[1-4]|h[12]|half|halves|early|late|mid)$`,
  "iu",
);

/** A month or a part left over beside a bare year, which would be ticked for its year alone. */
export function findPartOfYear(
  text: string,
  tokens: readonly Token[],
  sayings: readonly Saying[],
): { readonly message: string; readonly fix: string } | null {
  const isYear = ({ accepts }: Saying) => accepts.type === "period" && accepts.period.length === 4;
  const year = sayings.find(isYear);
  if (year === undefined) return null;
  const part = tokens.find((token, at) => {
    if (token.kind !== "word" || periodPhraseAt(tokens, at) !== null) return false;
    const written = text.slice(token.start, token.end);
    return partOfYear.test(token.word) || /^(?:Ma(?:y|rch|r)|MA(?:Y|RCH|R))$/.test(written);
  });
  if (part === undefined) return null;
  return {
    message: `"${text.slice(part.start, part.end)}" in "${text}" is more than the year ${year.text}`,
    fix: "write the month and the year together, such as September 2008",
  };
}
