import type { HedgeKind } from "#lib/claims/hedge-words";
import type { Interval } from "#lib/claims/interval";
import { readAll, type PlacedReading } from "#lib/claims/read-at";
import type { Accepted, Sense } from "#lib/claims/saying";
import type { TextSpan } from "#lib/claims/text-span";
import { readTokens, spanOfTokens } from "#lib/claims/word-token";

/** How the values are counted that words accept. */
export type SaidDimension = "USD" | "percent" | "ratio" | "growth";

/** A figure of a sentence, and the words around it that say of what sort it is: "decreased by $74.7 billion". */
export interface Said extends TextSpan {
  readonly text: string;
  readonly sense: Sense;
  readonly hedge: HedgeKind | null;
  /** The figure alone: "$74.7 billion". */
  readonly figure: TextSpan;
  readonly accepts: Accepted;
  /** Null for ranks and records. */
  readonly values: { readonly dimension: SaidDimension; readonly interval: Interval } | null;
  /** A difference of two percentages. */
  readonly isPoints: boolean;
  readonly extreme: "highest" | "lowest" | null;
}

/** More words than these between a direction and its figure are no one saying. */
const longestSaying = 160;

/** The figures that a sentence of plain text says, which begins at `offset`. */
export function findSaid(sentence: string, offset: number): Said[] {
  const tokens = readTokens(sentence);
  return readAll(tokens).flatMap((placed): Said[] => {
    if ("refusal" in placed) return [];
    const span = spanOfTokens(tokens, placed.from, placed.end);
    const said = saidOf(placed, span, sentence);
    return said === null ? [] : [moved(said, offset)];
  });
}

function saidOf(reading: PlacedReading, span: TextSpan, sentence: string): Said | null {
  const { sense, accepts, printed, hedge, extreme, parts } = reading;
  const figure = parts.find(({ role }) =>
    ["figure", "ratio", "rank", "record", "count"].includes(role),
  );
  const isNumber = accepts.type === "values" && accepts.dimension === "number";
  const isFigure =
    sense === "rank" ||
    ((sense === "record" || sense === "count") && !reading.isGeneric) ||
    ((sense === "amount" || sense === "change" || sense === "side" || sense === "comparison") &&
      (printed !== null || isGrowth(accepts))) ||
    (sense === "ratio" && !reading.isGeneric && !isVague(sentence.slice(span.start, span.end)));
  if (!isFigure || (isNumber && sense !== "rank" && sense !== "count")) return null;
  const isLong = span.end - span.start > longestSaying;
  const place = figure === undefined ? span : { start: figure.start, end: figure.end };
  const whole = isLong ? place : span;
  return {
    ...whole,
    text: sentence.slice(whole.start, whole.end),
    sense,
    hedge,
    figure: place,
    accepts,
    values: valuesOf(accepts),
    isPoints: printed?.isPoints ?? false,
    extreme,
  };
}

/** "Most of the data" says no figure. */
function isVague(words: string): boolean {
  return /\b(?:most|all|majority|none|mostly)\b/iu.test(words);
}

function isGrowth(accepts: Accepted): boolean {
  return accepts.type === "values" && accepts.dimension === "growth";
}

function valuesOf(accepts: Accepted): Said["values"] {
  if (accepts.type !== "values") return null;
  const { dimension, interval } = accepts;
  if (dimension === "any" || dimension === "number") return null;
  return { dimension, interval };
}

function moved(said: Said, by: number): Said {
  const { start, end } = said.figure;
  return {
    ...said,
    start: said.start + by,
    end: said.end + by,
    figure: { start: start + by, end: end + by },
  };
}
