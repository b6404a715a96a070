import type { Side } from "#lib/claims/side-words";
import { governingWords } from "./governing-words.ts";
import { directionWords } from "#lib/claims/direction-words";
import { monthsOfFigure, type FigureMonths } from "./named-periods.ts";
import type { Namings } from "./named-series.ts";
import type { FigurePlace } from "./near-mentions.ts";
import type { Said } from "./said-figure.ts";
import type { TextTime } from "./text-time.ts";

/** What words beside a figure say of its sort, and of what it is. */
export interface FigureWords {
  readonly said: Said;
  readonly namings: Namings;
  readonly months: FigureMonths;
  /** The clause has a word for a change, for a share, or for what goes down or is sold. */
  readonly saysChange: boolean;
  /** "By" stands before the figure, and a word for a change before that: "increased their holdings of bills by". */
  readonly saysBy: boolean;
  readonly saysShare: boolean;
  readonly saysLess: boolean;
  /** Which way the last words of a direction, or of buying and selling, say that stand before the figure in its clause. */
  readonly way: "up" | "down" | null;
  readonly side: Side | null;
  readonly saysGross: boolean;
}

const share =
  /\b(?:shares?|portion|proportion|account(?:s|ed|ing)? for|made up|makes? up|making up|represent(?:s|ed|ing)?|of (?:the|all|its|their|total|foreign)|of that)\b/iu;
const sale =
  /\b(?:sales?|sold|sell(?:s|ing|ers?)?|outflows?|negative|disposals?|redemptions?|shed|dumped|unloaded)\b/iu;

/** What the words round a figure say of it. */
export function wordsOf(place: FigurePlace, namings: Namings, time: TextTime): FigureWords {
  const sentence = place.parts[place.part]?.sentences[place.sentence];
  const clause = sentence?.clauses.find(
    ({ start, end }) => start <= place.said.start && place.said.start < end,
  );
  const words = sentence?.text ?? "";
  const own =
    sentence === undefined || clause === undefined
      ? words
      : words.slice(clause.start - sentence.start, clause.end - sentence.start);
  const directions = (own.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => {
    const direction = directionWords.get(word)?.direction ?? "level";
    return direction === "level" ? [] : [direction];
  });
  const before = words.slice(0, Math.max(0, place.said.figure.start - (sentence?.start ?? 0)));
  const isBy = /\bby (?:about |around |some |nearly |almost |a net |roughly )?$/iu.test(before);
  const inClause =
    clause === undefined || sentence === undefined ? 0 : clause.start - sentence.start;
  const { direction, side } = governingWords(before.slice(inClause));
  return {
    said: place.said,
    saysBy: isBy && directions.length > 0,
    namings,
    months: monthsOfFigure(place, time),
    saysChange: directions.length > 0 || /\bchanged?\b/iu.test(own),
    saysShare: share.test(own),
    saysLess: directions.includes("down") || sale.test(words),
    way: direction?.way ?? null,
    side: side?.way ?? null,
    saysGross: /\bgross\b/iu.test(own),
  };
}
