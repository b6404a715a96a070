import type { TextSpan } from "#lib/claims/text-span";
import type { ReadPart, ReadSentence } from "./read-text.ts";
import type { Said } from "./said-figure.ts";

/** How near a mention is to a figure: where it stands. */
export type Nearness = "tied" | "clause" | "sentence" | "before" | "heading" | "about";

/** A mention, with how much it counts for a figure: 1 for what stands beside it. */
export interface NearMention<M extends TextSpan> {
  readonly mention: M;
  readonly weight: number;
  readonly nearness: Nearness;
}

/** Where a figure stands. */
export interface FigurePlace {
  readonly parts: readonly ReadPart[];
  readonly part: number;
  readonly sentence: number;
  readonly said: Said;
}

/** The sentences before one that still say what it is about, the nearest first, and what each counts. */
const before = [0.4, 0.28, 0.2, 0.14] as const;

/** Between a figure and what is tied to it: "$5 billion of stocks", "$1.62 trillion in 2025", "the $490.4 billion of 2024". */
const tie =
  /^(?: net)?(?: worth)? ?(?:of|in|into|for|during|at|on|through|as of|from|at the end of|by the end of|\()?(?: (?:the|all|long-term|U\.S\.|US|month of|year))* ?$/u;

/**
 * All mentions that may say what a figure is of, the weightiest first. `mentionsOf` gives those of a sentence. What is tied to
 * another figure of the sentence counts little for this one.
 */
export function nearMentions<M extends TextSpan>(
  place: FigurePlace,
  mentionsOf: (sentence: ReadSentence) => readonly M[],
): NearMention<M>[] {
  const part = place.parts[place.part];
  const own = part?.sentences[place.sentence];
  if (part === undefined || own === undefined) return [];
  const found = [
    ...inSentence(place.said, own, mentionsOf(own)),
    ...inEarlier(place, mentionsOf),
    ...inHeadings(place, mentionsOf),
  ];
  return found.sort((left, right) => right.weight - left.weight);
}

function inSentence<M extends TextSpan>(
  said: Said,
  sentence: ReadSentence,
  mentions: readonly M[],
): NearMention<M>[] {
  const clause = sentence.clauses.find(({ start, end }) => start <= said.start && said.start < end);
  const inClause = mentions.filter((mention) => clause !== undefined && isIn(mention, clause));
  const order = inClause
    .map((mention) => ({ mention, gap: gapOf(mention, said, sentence) }))
    .sort((left, right) => left.gap - right.gap)
    .map(({ mention }) => mention);
  return mentions.map((mention): NearMention<M> => {
    const holder = sentence.said.find((one) => isTied(mention, one, sentence));
    if (holder === said) return { mention, weight: 1.3, nearness: "tied" };
    const others = holder === undefined ? 1 : 0.35;
    const at = order.indexOf(mention);
    if (at >= 0) {
      const weight = Math.max(0.5, 1 - at * 0.2) * others;
      return { mention, weight, nearness: "clause" };
    }
    const isBehind = mention.start > said.start;
    return { mention, weight: (isBehind ? 0.4 : 0.6) * others, nearness: "sentence" };
  });
}

/** How far a mention is from a figure: what stands behind it, or behind another figure, is further. */
function gapOf(mention: TextSpan, { figure, start, end }: Said, sentence: ReadSentence): number {
  if (mention.start >= start && mention.end <= end) return 0;
  const isBehind = mention.start >= figure.end;
  const gap = isBehind ? (mention.start - figure.end) * 1.5 + 5 : figure.start - mention.end;
  const between = sentence.said.some(({ figure: other }) =>
    isBehind
      ? other.start > figure.end && other.end <= mention.start
      : other.start >= mention.end && other.end < figure.start,
  );
  return between ? gap + 200 : gap;
}

function isTied(mention: TextSpan, { figure }: Said, { text, start }: ReadSentence): boolean {
  const gap = mention.start - figure.end;
  return gap >= 0 && gap <= 40 && tie.test(text.slice(figure.end - start, mention.start - start));
}

function isIn(inner: TextSpan, outer: TextSpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function inEarlier<M extends TextSpan>(
  { parts, part, sentence }: FigurePlace,
  mentionsOf: (sentence: ReadSentence) => readonly M[],
): NearMention<M>[] {
  const found: NearMention<M>[] = [];
  let step = 0;
  let [inPart, at] = [part, sentence - 1];
  while (step < before.length && inPart >= 0) {
    const one = parts[inPart]?.sentences[at];
    if (one === undefined) {
      inPart -= 1;
      at = (parts[inPart]?.sentences.length ?? 0) - 1;
      if (parts[inPart]?.kind === "heading") break;
      continue;
    }
    const weight = before[step] ?? 0;
    const mentions = mentionsOf(one);
    // The subject of a sentence is named first.
    for (const [index, mention] of mentions.entries()) {
      found.push({ mention, weight: weight * (index === 0 ? 1 : 0.85), nearness: "before" });
    }
    step += 1;
    at -= 1;
  }
  return found;
}

/** The heading above, and the first of the text. */
function inHeadings<M extends TextSpan>(
  { parts, part }: FigurePlace,
  mentionsOf: (sentence: ReadSentence) => readonly M[],
): NearMention<M>[] {
  const above = parts.slice(0, part).findLast(({ kind }) => kind === "heading");
  const title = parts.find(({ kind }) => kind === "heading");
  const of = (heading: ReadPart | undefined, weight: number): NearMention<M>[] =>
    (heading?.sentences ?? [])
      .flatMap(mentionsOf)
      .map((mention) => ({ mention, weight, nearness: "heading" as const }));
  return [...of(above, 0.24), ...(title === above ? [] : of(title, 0.16))];
}
