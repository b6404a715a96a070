import { judgeSaying } from "#lib/claims/judge-saying";
import type { Extreme } from "#lib/claims/saying";
import { readSayings } from "#lib/claims/read-sayings";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { parseExpression } from "#lib/expressions/parse";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Candidate } from "./candidate.ts";
import { countCandidates } from "./count-candidates.ts";
import type { FigureWords } from "./figure-words.ts";
import type { AskedDays, Match } from "./match.ts";
import type { NamedSeries } from "./named-series.ts";

/** What ranks and records may be of is computed as a whole, so that few of them are tried. */
const mostTried = 8;

/** The places that words may give, in a rank among countries or among all times, and counts of months. */
export function placeCandidates(
  words: FigureWords,
  series: readonly NamedSeries[],
  countries: ReadonlySet<string>,
): Candidate[] {
  const {
    said,
    months: { months },
  } = words;
  if (said.sense === "count") return countCandidates(words, series).slice(0, mostTried);
  if (said.sense !== "rank" && said.sense !== "record") return [];
  const isRecord = said.sense === "record";
  const found = series.flatMap((one) =>
    isRecord || one.area.some((slug) => countries.has(slug))
      ? months.flatMap(({ from, to, weight, isSaid }): Candidate[] => {
          const expressions = isRecord ? records(one, from, to, said) : ranks(one, from, to, said);
          return expressions.map((expression) => ({
            expression,
            ...{ terms: [], by: null, gives: "number" },
            weight: one.weight * weight,
            series: one,
            months: { from, to },
            form: said.sense,
            isDated: isSaid,
          }));
        })
      : [],
  );
  return found.sort((left, right) => right.weight - left.weight).slice(0, mostTried);
}

function ranks(
  { series }: NamedSeries,
  from: string,
  to: string,
  { extreme }: FigureWords["said"],
) {
  const end = extreme === "lowest" ? ", lowest" : "";
  const at = timed(series, from, to);
  return at === null ? [] : [`rank(${at.key}, ${at.period}${end})`];
}

function records({ series }: NamedSeries, from: string, to: string, said: FigureWords["said"]) {
  const { extreme, accepts } = said;
  const at = timed(series, from, to);
  if (at === null) return [];
  const end = extreme ?? "highest";
  if (accepts.type === "record" && accepts.place > 1) {
    return [`record_rank(${at.key}, ${at.period}${end === "lowest" ? ", lowest" : ""})`];
  }
  return [recordText(at, end)];
}

function recordText({ key, period }: { key: string; period: string }, end: Extreme) {
  return `${end}_since(${key}, ${period})`;
}

/** Since when a value is a record, of one that words give an amount of; null for other months than one or a year. */
export function recordOf(
  amount: Pick<Candidate, "months" | "weight" | "isDated">,
  series: NamedSeries,
  end: Extreme,
): Candidate | null {
  const { from, to } = amount.months;
  const at = timed(series.series, from, to);
  if (at === null) return null;
  return {
    expression: recordText(at, end),
    ...{ terms: [], by: null, gives: "number", form: "record" },
    ...{ weight: amount.weight, isDated: amount.isDated },
    ...{ series, months: { from, to } },
  };
}

/** A series at a month, or by year; null for other months. */
function timed({ key, kind, frequency, window }: NamedSeries["series"], from: string, to: string) {
  if (window === 12) return null;
  const year = from.endsWith("-01") && to === `${from.slice(0, 4)}-12` ? from.slice(0, 4) : null;
  if (frequency === "annual") return year === null ? null : { key, period: year };
  if (kind === "stock" || from === to) return { key, period: to };
  return year === null ? null : { key: `yearly(${key})`, period: year };
}

/** Where a place was right: asked on the day of the text, and on the day that outcomes are of. */
export async function matchPlace(
  candidate: Candidate,
  words: string,
  reader: SeriesReader,
  { written, asked }: AskedDays,
): Promise<Match | null> {
  const read = readSayings(words);
  const parsed = parseExpression(candidate.expression);
  if (!("sayings" in read) || !parsed.ok) return null;
  const [saying] = read.sayings;
  if (saying === undefined || read.sayings.length > 1) return null;
  const holdsAt = async (day: VintageDate): Promise<boolean> => {
    const result = await evaluateExpression(parsed.tree, reader, day);
    if (!result.ok) return false;
    const judged = judgeSaying(saying, result.evaluation);
    return "verdict" in judged && judged.verdict.startsWith("holds");
  };
  const first = written ?? asked;
  const days = [{ day: first, holds: await holdsAt(first) }];
  if (first < asked) days.push({ day: asked, holds: await holdsAt(asked) });
  return days.some(({ holds }) => holds) ? { candidate, days, weight: candidate.weight } : null;
}
