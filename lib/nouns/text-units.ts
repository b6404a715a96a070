import type { TextSpan } from "#lib/claims/text-span";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Full stops that do not end a sentence: "in the U.S. Japan bought" has an end where "the U.S. Treasury" has not. */
const abbreviations =
  /\b(?:(?<!\bthe )U\.[SK]\.|U\.[SK]\.(?! \p{Lu}(?!reasur))|(?:e\.g|i\.e|Nos?|vs|Mrs?|Ms|Dr|St)\.)/gu;

/** The text with another dot, as long, for each full stop that ends no sentence. */
export function hideAbbreviations(text: string): string {
  return text.replace(abbreviations, (match) => match.replaceAll(".", "\u00b7"));
}

/** The segmenter takes time that grows with the square of a text: it is given so many characters at once. */
const window = 4_000;

/** The sentences of a text, end to end; one of more than 4,000 characters is cut there. */
export function sentencesOf(text: string): TextSpan[] {
  const shadow = hideAbbreviations(text);
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

/** "As official buyers returned": a subject of its own, and a verb; not "as much as Japan bought", "such as". */
const aside = String.raw`(?<!\b(?:such|same|much|many|far|long|large|high|low|big|well|soon|little|few)) (?=as (?!(?:a|an|of|in|for|to|with|if|though|much|many|well|far|long|soon)\b)(?:[\p{L}\p{N}'\u2019.-]+ ){1,4}(?:\p{L}{2,}ed|rose|fell|cut|grew|took|came|went|left|were|was|did|had|bought|sold|began|kept|lost|made|saw|swung|fled|drew|spent)\b)`;

/** Where one clause ends and the next begins. The word behind a comma belongs to the next. */
const boundary = new RegExp(
  String.raw`[;:()]|\u2014| \u2013 |, (?=(?:and|but|while|whereas|which|who|when|where|although|though|because|against|so|yet|only to|after (?:an?|its|their|that|having))\b)| (?=(?:because|while|whereas|although|than the|than in)\b)|${aside}`,
  "gu",
);

const subordinate =
  /^(?:(?:even|just) )?(?:as(?! of\b)|while|whereas|although|though|because|when|where|only to|after (?:an?|its|their|that|having))\b/iu;

/** Whether a clause tells of something else beside what its sentence tells: "as official buyers returned". */
export function isSubordinate(text: string, { start, end }: TextSpan): boolean {
  return subordinate.test(text.slice(start, Math.min(end, start + 20)));
}

/** The clauses of a sentence, end to end. "As stocks rallied, …": one that opens it ends at its first comma. No clause ends within `whole`, the words of a claim; both in rising order. */
export function clausesOf(
  text: string,
  sentence: TextSpan,
  whole: readonly TextSpan[],
): TextSpan[] {
  const clauses: TextSpan[] = [];
  const words = text.slice(sentence.start, sentence.end);
  const opening = isSubordinate(text, sentence) ? words.indexOf(", ") : -1;
  const cuts = [
    ...(opening < 0 ? [] : [opening + 2]),
    ...[...words.matchAll(boundary)].map((match) => match.index + match[0].length),
  ].sort((left, right) => left - right);
  let start = sentence.start;
  let next = 0;
  for (const within of cuts) {
    const cut = sentence.start + within;
    if (cut === start) continue;
    while ((whole[next]?.end ?? Infinity) < cut) next += 1;
    if ((whole[next]?.start ?? Infinity) < cut && cut < (whole[next]?.end ?? 0)) continue;
    clauses.push({ start, end: cut });
    start = cut;
  }
  return [...clauses, { start, end: sentence.end }];
}
