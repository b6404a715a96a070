import type { TextSpan } from "#lib/claims/text-span";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Full stops that do not end a sentence; replaced by a look-alike of the same length while sentences are cut. */
const abbreviations = /\b(?:U\.S|U\.K|e\.g|i\.e|Nos?|vs|Mr|Ms|Dr|St)\./gu;

/** The segmenter takes time that grows with the square of a text: it is given so many characters at once. */
const window = 4_000;

/** The sentences of a text, end to end; one of more than 4,000 characters is cut there. */
export function sentencesOf(text: string): TextSpan[] {
  const shadow = text.replace(abbreviations, (match) => match.replaceAll(".", "\u2024"));
  const sentences: TextSpan[] = [];
  let from = 0;
  while (from < shadow.length) {
    const isLast = from + window >= shadow.length;
    const segments = [...segmenter.segment(shadow.slice(from, from + window))];
    // The last sentence of a window may go on behind it.
    const whole = isLast || segments.length === 1 ? segments : segments.slice(0, -1);
    const start = from;
    for (const { index, segment } of whole) {
      from = start + index + segment.length;
      sentences.push({ start: start + index, end: from });
    }
  }
  return sentences;
}

/** Where one clause ends and the next begins. The word behind a comma belongs to the next. */
const boundary =
  /[;:()]|\u2014| \u2013 |, (?=(?:and|but|while|whereas|which|who|when|where|although|though|because|against|so|yet)\b)| (?=(?:because|while|whereas|although|than the|than in)\b)/gu;

/** The clauses of a sentence, end to end. No clause ends within `whole`, the words of a claim; both in rising order. */
export function clausesOf(
  text: string,
  sentence: TextSpan,
  whole: readonly TextSpan[],
): TextSpan[] {
  const clauses: TextSpan[] = [];
  let start = sentence.start;
  let next = 0;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(boundary)) {
    const cut = sentence.start + match.index + match[0].length;
    while ((whole[next]?.end ?? Infinity) < cut) next += 1;
    if ((whole[next]?.start ?? Infinity) < cut && cut < (whole[next]?.end ?? 0)) continue;
    clauses.push({ start, end: cut });
    start = cut;
  }
  return [...clauses, { start, end: sentence.end }];
}
