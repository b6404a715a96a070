import type { TextSpan } from "#lib/claims/text-span";
import { formatPeriod } from "#lib/series/format";
import type { Series } from "#lib/series/series";
import type { ModifierMention } from "./find-modifiers.ts";
import type { Dimension, NounDimension, NounMention } from "./noun.ts";
import type { Nouns } from "./nouns.ts";
import { factsOf } from "./series-facts.ts";
import type { SubjectPart } from "./subject.ts";
import type { MonthSpan, SubjectPeriods } from "./subject-periods.ts";

/** Words around a claim that do not fit what it rests on, or are not there. */
export interface NounProblem {
  readonly kind: "wrong-noun" | "missing-noun";
  readonly dimension: Dimension;
  /** Place of the claim among those of the block. */
  readonly claim: number;
  /** The words at fault, in the text of the block; null when there are none. */
  readonly mention: TextSpan | null;
  readonly message: string;
  readonly fix: string;
}

const asked = {
  area: "whose they are",
  class: "which securities",
  measure: "what is measured",
} as const satisfies Record<NounDimension, string>;

/** Words that name something else. */
export function wrongNoun(
  claim: number,
  { start, end, noun }: NounMention,
  text: string,
  part: SubjectPart,
  nouns: Nouns,
): NounProblem {
  const { dimension } = noun;
  const words = text.slice(start, end);
  return {
    kind: "wrong-noun",
    dimension,
    claim,
    mention: { start, end },
    message: `the words say "${words}", which was read as said of this claim; its expression rests on ${describe(part)}`,
    fix: `${fixOf(dimension, part, nouns)} to one of "${words}"; what "${words}" says of something else needs a sentence of its own`,
  };
}

/** Holders that no series is of. */
export function uncountedNoun(
  claim: number,
  { start, end }: NounMention,
  text: string,
  part: SubjectPart,
  nouns: Nouns,
): NounProblem {
  return {
    kind: "wrong-noun",
    dimension: "area",
    claim,
    mention: { start, end },
    message: `no series counts "${text.slice(start, end)}": holders are told apart by the country where securities are kept, and for the world as a whole as official or private; the expression rests on ${describe(part)}`,
    fix: `${fixOf("area", part, nouns)}; or say who states it, outside the marks`,
  };
}

/** What was not done to the figures of a series. */
export function wrongModifier(
  claim: number,
  { start, end, isComputed }: ModifierMention,
  text: string,
  part: SubjectPart,
): NounProblem {
  const words = text.slice(start, end);
  return {
    kind: "wrong-noun",
    dimension: "measure",
    claim,
    mention: { start, end },
    message: `"${words}" is read as said of this claim, whose expression does no such thing to ${describe(part)}: the figures are U.S. dollars of their day, as published`,
    fix: isComputed
      ? `leave "${words}" out, or compute it in the expression`
      : `leave "${words}" out: no expression can give it`,
  };
}

/** Nothing names it: not the sentence, those before it, the headings or the headline. */
export function missingNoun(
  claim: number,
  dimension: NounDimension,
  part: SubjectPart,
  nouns: Nouns,
): NounProblem {
  return {
    kind: "missing-noun",
    dimension,
    claim,
    mention: null,
    message: `nothing before it says ${asked[dimension]}; the expression rests on ${describe(part)}`,
    fix: fixOf(dimension, part, nouns),
  };
}

/** Some of what is added up is named, and the rest is not. */
export function leftOutNoun(
  claim: number,
  dimension: NounDimension,
  { series, of }: { readonly series: readonly Series[]; readonly of: number },
  nouns: Nouns,
): NounProblem {
  const called = series.map((one) => {
    const [name = one.title] = dimension === "area" ? areaWords([one], nouns) : one.names;
    return `"${name}"`;
  });
  const rest = called.length > 4 ? ` and ${called.length - 4} more` : "";
  return {
    kind: "missing-noun",
    dimension,
    claim,
    mention: null,
    message: `the words name some of the ${of} that the expression adds up, and leave out ${called.slice(0, 4).join(", ")}${rest}`,
    fix: `name all ${of}, or say how many others ("and ${series.length} others", in words), or take the rest out of the expression`,
  };
}

/** One of a list stands in it again. */
export function repeatedNoun(
  claim: number,
  { start, end, noun }: NounMention,
  text: string,
): NounProblem {
  return {
    kind: "wrong-noun",
    dimension: noun.dimension,
    claim,
    mention: { start, end },
    message: `the list names "${text.slice(start, end)}" twice; the expression adds each up once`,
    fix: "name each once",
  };
}

/** Words that say of another number of holders what an expression adds up. */
export function miscountedNoun(
  claim: number,
  dimension: NounDimension,
  { start, end }: TextSpan,
  text: string,
  of: number,
): NounProblem {
  return {
    kind: "wrong-noun",
    dimension,
    claim,
    mention: { start, end },
    message: `the words say "${text.slice(start, end)}", and the expression adds up ${of}`,
    fix: "correct the number, or what the expression adds up",
  };
}

/** Words about other months. */
export function wrongPeriod(
  claim: number,
  { start, end }: TextSpan,
  text: string,
  { spans }: SubjectPeriods,
): NounProblem {
  const named = [...new Set(spans.map(describeSpan))].slice(0, 4);
  const words = text.slice(start, end);
  return {
    kind: "wrong-noun",
    dimension: "period",
    claim,
    mention: { start, end },
    message: `the words say "${words}", which was read as said of this claim; its expression is about ${named.join(", ")}`,
    fix: `correct the period in the words or in the expression; what "${words}" says of something else needs a sentence of its own`,
  };
}

/** No words about its months, and not those that the article is about. */
export function missingPeriod(claim: number, { spans }: SubjectPeriods): NounProblem {
  const named = [...new Set(spans.map(describeSpan))].slice(0, 4);
  return {
    kind: "missing-noun",
    dimension: "period",
    claim,
    mention: null,
    message: `nothing in its sentence says when; the expression is about ${named.join(", ")}`,
    fix: "name the period in the words, or correct the expression",
  };
}

function describe({ focus }: SubjectPart): string {
  const shown = focus.slice(0, 3).map(({ key, title }) => `${key}, "${title}"`);
  const rest = focus.length - shown.length;
  return shown.join(" and ") + (rest > 0 ? ` and ${rest} more` : "");
}

function fixOf(dimension: NounDimension, { focus }: SubjectPart, nouns: Nouns): string {
  const words =
    dimension === "area" ? areaWords(focus, nouns) : focus.flatMap(({ names }) => names);
  const shown = [...new Set(words)].slice(0, 3).map((name) => `"${name}"`);
  return shown.length === 0
    ? "name the series in the words, or change the expression"
    : `write one of its names, such as ${shown.join(", ")}, or change the expression`;
}

function areaWords(focus: readonly Series[], { areaNames }: Nouns): string[] {
  const areas = new Set(focus.slice(0, 3).flatMap((series) => factsOf(series).area));
  return [...areas].flatMap((area) => areaNames.get(area) ?? []);
}

function describeSpan({ from, to }: MonthSpan): string {
  if (from === to) return formatPeriod(from);
  const isYear = from.endsWith("-01") && to === `${from.slice(0, 4)}-12`;
  return isYear ? from.slice(0, 4) : `${formatPeriod(from)} to ${formatPeriod(to)}`;
}
