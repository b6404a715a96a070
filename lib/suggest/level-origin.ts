import { isPeriod, periodDistance, type Period } from "#lib/series/period";
import { lengthOf, type Candidate } from "./candidate.ts";
import { monthBack, yearBack } from "./change-origins.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const countedFrom = String.raw`\b(?:from|since|than in|than|compared (?:with|to)|versus|against)(?: that)?(?: (?:in|of|late|early|(?:the )?(?:end|close) of))*`;
const namedMonth = new RegExp(
  String.raw`${countedFrom} (?<name>(?:${months.join("|")})\p{Ll}*)\.?\b,?(?: (?<year>(?:19|20)\d\d))?(?! (?:data|figures?|numbers?|release|report|table))`,
  "iu",
);
const namedYear = new RegExp(String.raw`${countedFrom} (?<year>(?:19|20)\d\d)\b`, "iu");
const quarterBack =
  /\bquarter (?:earlier|ago|before)\b|\b(?:previous|prior|preceding|last) quarter\b/iu;

/** Words for what something is counted from that is not told here. */
const others = [
  /\b(?:years|quarters|decades?|months? (?:ago|earlier|before)|first half|second half)\b/iu,
  /\bfrom(?: \p{L}+){0,3} (?:quarters?|peaks?|highs?|lows?|levels?|[$\u2212-]?\d)/iu,
  /\b(?:compared (?:with|to)|versus|relative to|set against|than (?:in|at|a|the|before|last)|after [^,;]{0,20}\$\d)/iu,
  /\bover(?: [\p{L}\d]+){0,3} (?:months?|weeks?|period|half|time|(?:19|20)\d\d)\b/iu,
  /(?<!\b(?:highest|lowest|most|least|largest|smallest|biggest|best|worst|record|high|low|first)\b[^.,;]{0,40})\bsince\b/iu,
] as const;

/** Where what is said of a figure ends, and who said it or what else happened begins. */
const ending =
  /[;:()\u2013\u2014]|,(?! (?:or |about |nearly |almost |some )*(?:up|down|compared|from|versus|against|an? |\$?\d))|\b(?:said|says|showed?|shows|according|while|whereas|when|where|which|who|as|but|and)\b/iu;

/** What stands further from a figure than this is not said of it. */
const reach = 400;

/**
 * How many months before its own a level is counted from, by the clause before its figure and what is said of it right behind:
 * what they name, else the month, the quarter or the year before. Null where they name something that is not told here.
 */
export function originOf(
  { months: { from, to } }: Candidate,
  before: string,
  after: string,
): number | null {
  const end = ending.exec(after)?.index ?? after.length;
  const saying = `${before.slice(-reach)} … ${after.slice(0, Math.min(end, reach))}`;
  const length = lengthOf(from, to);
  const month = namedMonth.exec(saying)?.groups;
  if (month !== undefined) return distanceTo(month, to);
  const year = namedYear.exec(saying)?.groups?.["year"];
  // A year stands for its end: of what is held then, and of what was bought in it.
  if (year !== undefined) return distanceTo({ name: "dec", year }, to);
  if (yearBack.test(saying)) return 12;
  if (monthBack.test(saying)) return 1;
  if (quarterBack.test(saying)) return 3;
  if (others.some((origin) => origin.test(saying))) return null;
  return length === 1 || length === 3 ? length : 12;
}

/** A month without a year is the last one before. */
function distanceTo(
  { name = "", year }: { readonly name?: string; readonly year?: string },
  to: Period,
): number | null {
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const own = Number(to.slice(5));
  if (year === undefined) return (own - month + 12) % 12 || 12;
  const period = `${year}-${String(month).padStart(2, "0")}`;
  const distance = isPeriod(period) ? periodDistance(period, to) : 0;
  return distance > 0 ? distance : null;
}
