import { changePhraseAt } from "./change-phrases.ts";
import { directionWords } from "./direction-words.ts";
import { sidePhraseAt } from "./side-phrases.ts";
import { sideWords, type Side } from "./side-words.ts";
import type { TextSpan } from "./text-span.ts";
import { readTokens, spanOfTokens } from "./word-token.ts";

/** Words that turn a figure: a direction for changes ("a fall of"), a side for flows ("net sales of"). */
export type TurnKind = "direction" | "side";

/** A word that says which way a figure goes. */
export interface Turn extends TextSpan {
  readonly word: string;
  /** 1 for a rise or a purchase, -1 for a fall or a sale. */
  readonly sign: 1 | -1;
}

/** The words of a text that turn figures of one kind, in order. */
export function findTurns(text: string, kind: TurnKind): Turn[] {
  const tokens = readTokens(text);
  return tokens.flatMap((token, at): Turn[] => {
    if (token.kind !== "word") return [];
    const change = kind === "direction" ? changePhraseAt(tokens, at) : null;
    if (change) {
      const span = spanOfTokens(tokens, at, change.end);
      const sign = change.direction === "up" ? 1 : -1;
      return [{ word: text.slice(span.start, span.end), sign, ...span }];
    }
    const phrase = kind === "side" ? sidePhraseAt(tokens, at) : null;
    const isFlow = phrase?.phrase.needs === "flow";
    const { start, end } = phrase && isFlow ? spanOfTokens(tokens, at, phrase.end) : token;
    const side = phrase && isFlow ? signOf(phrase.phrase.side) : sideOf(token.word);
    const sign = kind === "direction" ? directionOf(token.word) : side;
    return sign === null ? [] : [{ word: text.slice(start, end), sign, start, end }];
  });
}

/** "added" or "took off" at once before an amount, which say a sign of whatever it is of. */
export function gainBefore(before: string): Turn | null {
  const from = Math.max(0, before.length - 60);
  const text = before.slice(from);
  const tokens = readTokens(text);
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "word") continue;
    const found = sidePhraseAt(tokens, at);
    const word = sideWords.get(token.word);
    const isPhrase = found?.phrase.needs === null;
    const side = isPhrase ? found.phrase.side : word?.form === "part" ? word.side : null;
    const { start, end } = spanOfTokens(tokens, at, isPhrase ? found.end : at + 1);
    if (side === null || !toAmount.test(text.slice(end))) continue;
    return {
      word: text.slice(start, end),
      sign: signOf(side),
      start: from + start,
      end: from + end,
    };
  }
  return null;
}

const toAmount = /^ (?:(?:an?|another|about|some|nearly|almost|roughly|net|further) ){0,3}$/u;

/** What stands before an offset in the same clause, and after one; no further than a figure's words reach. */
export function clauseBefore(text: string, offset: number, from: number): string {
  const near = text.slice(Math.max(from, offset - reach), offset);
  return near.slice(masked(near).search(/[^.;:!?()\u2014]*$/u));
}

export function clauseAfter(text: string, offset: number, to: number): string {
  const near = text.slice(offset, Math.min(to, offset + reach));
  return near.slice(0, /^[^.,;:!?()\u2014]*/u.exec(masked(near))?.[0].length ?? 0);
}

const reach = 120;

/** What joins an amount to the noun behind it: "$5 billion of", "$5 billion worth of", "$5 billion in". */
const joint = /^(?: worth)? (?:of|in) /u;
/** "$5 billion into stocks", "$5 billion out of stocks"; "$5 billion out of $10 billion" is a part. */
const wayBehind =
  /^ (?<net>(?:net|more|worth) )?(?<way>into|out of) (?!(?:every|each|an?|the) (?:total|\p{L}*dollars?)|total|all |every|[$\d\ufffc])/u;
const nounsOf = {
  side: /^(?:purchases?|sales?|buying|purchasing|selling|(?:in|out)flows?)$/iu,
  direction: /^(?:rises?|falls?|increases?|decreases?|declines?|drops?|gains?|loss(?:es)?)$/iu,
} as const;
/** A noun behind one of these is not what the amount is of: "$5 billion of bonds as sales rose". */
const endsPhrase =
  /(?<![\p{L}'\u2019-])(?:an?|and|as|but|by|for|from|gross|in|of|on|or|that|than|to|when|where|which|while|who|with|after|before|despite|amid)(?![\p{L}'\u2019-])/iu;

/** The noun that an amount is of, where it says a way: "sales" in " of net foreign sales"; or where it goes. `after` starts behind the amount. */
export function turnBehind(after: string, kind: TurnKind): Turn | null {
  const way = wayBehind.exec(after)?.groups;
  if (way?.["way"] !== undefined) {
    const start = 1 + (way["net"] ?? "").length;
    const sign = way["way"] === "into" ? 1 : -1;
    return { word: way["way"], sign, start, end: start + way["way"].length };
  }
  const from = joint.exec(after)?.[0].length;
  if (from === undefined) return null;
  const [turn] = findTurns(after.slice(from), kind);
  if (!turn || !nounsOf[kind].test(turn.word)) return null;
  if (endsPhrase.test(after.slice(from, from + turn.start))) return null;
  return { ...turn, start: from + turn.start, end: from + turn.end };
}

/** The full stops of "U.S." end no clause. */
function masked(text: string): string {
  return text.replace(/(?<=\b\p{L})\.(?=\p{L}|(?<=\b\p{L}\.\p{L}\.))/gu, "_");
}

/** Nouns in a word of their own: "drop" is a verb's base and a noun. */
function directionOf(word: string): 1 | -1 | null {
  const plain = word.replace(/'s$/u, "");
  const found = directionWords.get(plain) ?? directionWords.get(plain.replace(/s$/u, ""));
  if (!found || found.direction === "level") return null;
  return found.direction === "up" ? 1 : -1;
}

/** Words that go a way beside an amount only: an investment bank goes none. */
const flowWords: ReadonlyMap<string, 1 | -1> = new Map([
  ...["spent", "spend", "invested", "drew", "attracted"].map((word) => [word, 1] as const),
  ["investment", 1],
  ["investments", 1],
  ["divestment", -1],
  ["disinvestment", -1],
]);

function sideOf(word: string): 1 | -1 | null {
  const noun = flowWords.get(word);
  if (noun !== undefined) return noun;
  const found = sideWords.get(word.replace(/'s$/u, ""));
  return !found || found.form === "part" ? null : signOf(found.side);
}

function signOf(side: Side): 1 | -1 {
  return side === "bought" ? 1 : -1;
}
