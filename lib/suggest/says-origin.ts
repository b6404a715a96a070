/** "From a year earlier", "from late 2024", "from a peak of", and not "data from the Treasury". */
const from =
  /\bfrom(?: an?| the| its| their| that| about| around| some)?(?: (?:early|late|mid|end of|first|same|last|previous|prior|record|one|two|three|\p{L}+ months))*[ -](?:years?|months?|quarters?|decades?|peaks?|highs?|lows?|levels?|then|(?:19|20)\d\d|[$\u2212-]?\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\p{L}*\b(?! (?:data|figures?|numbers?|release|report|table)))/iu;

/** Words for what something is counted from, other than the month before. */
const others = [
  /\b(?:years?|quarters?|decades?|annual(?:ly)?|months? (?:ago|earlier|before)|first half|second half)\b/iu,
  /\b(?:compared (?:with|to)|versus|relative to|set against|than (?:in|at|a|the|before|last)|after [^,;]{0,20}\$\d)\b/iu,
  /\bover(?: [\p{L}\d]+){0,3} (?:months?|weeks?|period|half|time|(?:19|20)\d\d)\b/iu,
  /(?<!\b(?:highest|lowest|most|least|largest|smallest|biggest|best|worst|record|high|low|first)\b[^.,;]{0,40})\bsince\b/iu,
  /\b(?:19|20)\d\d\b(?=.*\b(?:19|20)\d\d\b)/iu,
  from,
] as const;

/** Where what is said of a figure ends, and who said it or what else happened begins. */
const ending =
  /[;:()\u2013\u2014]|,(?! (?:or |about |nearly |almost |some )*(?:up|down|compared|from|versus|against|an? |\$?\d))|\b(?:said|says|showed?|shows|according|while|whereas|when|where|which|who|as|but|and)\b/iu;

/**
 * Whether words say what a change is counted from, if not from the month before: in the clause before a figure, or in what is
 * said of it right behind.
 */
export function saysOrigin(before: string, after: string): boolean {
  const end = ending.exec(after)?.index ?? after.length;
  const saying = `${before} … ${after.slice(0, end)}`;
  return others.some((origin) => origin.test(saying));
}
