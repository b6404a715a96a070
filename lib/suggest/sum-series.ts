import type { Candidate } from "./candidate.ts";
import { setMember, type KnownSeries, type NamedSeries } from "./named-series.ts";
import type { FigurePlace } from "./near-mentions.ts";

/** The same of several areas, added up: what "Japan and China together" held. */
export interface SummedSeries extends NamedSeries {
  /** The keys of what is added up; that of the series itself has braces. */
  readonly members: readonly string[];
}

/** More areas than these are a list, and no sum. */
const mostAreas = 8;
/** So many sums are tried for a figure. */
const mostSums = 4;

const together =
  /\b(?:together|combined|jointly|between them|in total|in all|both|the two|the three|the four|collectively|altogether|sum)\b/iu;
/** Two areas beside each other may each have a figure of their own. */
const unsaidFit = 0.35;

/** Each area of a list is named less well than one on its own. */
const listed = 1.4;

interface AreaGroup {
  readonly areas: readonly string[];
  readonly fit: number;
  /** Which areas are custody centers is a matter of taste: no figure of theirs is wrong for sure. */
  readonly isSet: boolean;
}

/** Sums over the areas that the clause of a figure names, of the series that its words name best. */
export function sumSeries(
  place: FigurePlace,
  series: readonly NamedSeries[],
  byKey: ReadonlyMap<string, KnownSeries>,
  countries: ReadonlySet<string>,
): SummedSeries[] {
  const group = groupOf(place, countries);
  if (group === null) return [];
  const found = new Map<string, SummedSeries>();
  for (const one of series) {
    const at = one.series.key.lastIndexOf(".");
    const [prefix, area] = [one.series.key.slice(0, at), one.series.key.slice(at + 1)];
    if (!group.areas.includes(area) || found.has(prefix)) continue;
    const members = group.areas.flatMap((slug) => byKey.get(`${prefix}.${slug}`) ?? []);
    if (members.length < group.areas.length) continue;
    found.set(prefix, summed(one, members, `${prefix}.{${group.areas.join(",")}}`, group));
    if (found.size === mostSums) break;
  }
  return [...found.values()];
}

function summed(
  one: NamedSeries,
  members: readonly KnownSeries[],
  key: string,
  { fit, isSet }: AreaGroup,
): SummedSeries {
  const titles = members.map(({ series: { title } }) => title);
  const end = (one.series.title.lastIndexOf(": ") + 1 || one.series.title.length) + 1;
  const areas = titles.map((title) => title.slice(end)).join(" + ");
  return {
    ...one,
    series: { ...one.series, key, title: one.series.title.slice(0, end) + areas },
    area: [key.slice(key.lastIndexOf(".") + 1)],
    named: { ...one.named, area: !isSet },
    weight: Math.min(1, one.weight * (isSet ? 1 / setMember : listed)) * fit,
    members: members.map(({ series }) => series.key),
  };
}

/** The areas that a clause names, or one name of several, in the order of the words. */
function groupOf(
  { parts, part, sentence, said }: FigurePlace,
  countries: ReadonlySet<string>,
): AreaGroup | null {
  const own = parts[part]?.sentences[sentence];
  const clause = own?.clauses.find(({ start, end }) => start <= said.start && said.start < end);
  if (own === undefined || clause === undefined) return null;
  const nouns = own.nouns.filter(
    ({ noun, start, end }) =>
      noun.dimension === "area" && start >= clause.start && end <= clause.end && noun.fits.size > 0,
  );
  const set = nouns.find(({ noun }) => noun.isSet);
  if (set !== undefined) return { areas: [...set.noun.fits], fit: 1, isSet: true };
  const first = nouns.flatMap(({ noun }) => [...noun.fits].slice(0, 1));
  const areas = [...new Set(first.filter((slug) => countries.has(slug)))];
  if (areas.length < 2 || areas.length > mostAreas) return null;
  const words = own.text.slice(clause.start - own.start, clause.end - own.start);
  return { areas, fit: together.test(words) ? 1 : unsaidFit, isSet: false };
}

/** The terms of sums are those of all that they add up. */
export function expandSums(
  candidates: readonly Candidate[],
  sums: readonly SummedSeries[],
): Candidate[] {
  const members = new Map(sums.map((one) => [one.series.key, one.members]));
  const expand = (terms: Candidate["terms"]) =>
    terms.flatMap((term) => (members.get(term.key) ?? [term.key]).map((key) => ({ ...term, key })));
  return candidates.map((one) =>
    members.has(one.series.series.key)
      ? { ...one, terms: expand(one.terms), by: one.by && expand(one.by) }
      : one,
  );
}
