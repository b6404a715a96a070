import { countsSales } from "#lib/claims/flow-sign";
import type { Noun, NounDimension, NounMention } from "#lib/nouns/noun";
import { usResidents } from "#lib/nouns/nouns";
import { factsOf } from "#lib/nouns/series-facts";
import type { Series } from "#lib/series/series";
import type { NearMention } from "./near-mentions.ts";

/** A series with what it is, worked out once. */
export interface KnownSeries {
  readonly series: Series;
  readonly area: readonly string[];
  readonly class: string;
  readonly measure: string;
  /** A positive value means sales. */
  readonly countsSales: boolean;
}

/** A series that words may mean: 1 for one that they name in full, beside the figure. */
export interface NamedSeries extends KnownSeries {
  readonly weight: number;
  /** Which of its dimensions words name. */
  readonly named: Readonly<Record<NounDimension, boolean>>;
}

export function knownSeries(series: Series): KnownSeries {
  const facts = factsOf(series);
  const isOfCountry = facts.area.some((area) => area !== usResidents && area !== "grand-total");
  return {
    series,
    area: isOfCountry ? facts.area.filter((area) => area !== usResidents) : facts.area,
    class: facts.class[0] ?? "",
    measure: facts.measure[0] ?? "",
    countsSales: countsSales(series),
  };
}

/** How much words count for each slug of a dimension. */
interface Naming {
  weightOf(slug: string): number;
  readonly isNamed: boolean;
  isNamedAs(slug: string): boolean;
}

/** What goes without saying, and what that counts. */
const unsaid: Readonly<Record<NounDimension, Readonly<Record<string, number>>>> = {
  area: { "grand-total": 0.85, "all-countries": 0.3, "us-residents": 0.3 },
  class: {
    "us-securities": 0.6,
    treasuries: 0.55,
    "long-term": 0.4,
    "tic-flow": 0.35,
    "foreign-securities": 0.2,
  },
  measure: { holdings: 0.6, net: 0.6, change: 0.6, "net-acquisition": 0.4, valuation: 0.1 },
};

/** What no word says and does not go without saying. */
const strange = 0.02;

export type Namings = Readonly<Record<NounDimension, Naming>>;

export function namingsOf(mentions: readonly NearMention<NounMention>[]): Namings {
  const isAbroad = mentions.some(
    ({ mention, weight }) =>
      weight >= 0.35 &&
      (mention.noun.fits.has("foreign-securities") || mention.noun.fits.has(usResidents)),
  );
  const of = (dimension: NounDimension) =>
    namingOf(
      dimension,
      mentions.filter(({ mention }) => mention.noun.dimension === dimension),
      isAbroad,
    );
  return { area: of("area"), class: of("class"), measure: of("measure") };
}

function namingOf(
  dimension: NounDimension,
  mentions: readonly NearMention<NounMention>[],
  isAbroad: boolean,
): Naming {
  const weights = new Map<string, number>();
  const set = (slug: string, weight: number) => {
    if (weight > (weights.get(slug) ?? 0)) weights.set(slug, weight);
  };
  const best = Math.min(1, mentions[0]?.weight ?? 0);
  // What is named far away is named all the same, where nothing nearer is.
  const lift = best === 0 ? 0 : best ** 0.3 / best;
  for (const { mention, weight } of mentions) {
    const lifted = Math.min(1.15, weight * lift);
    for (const [slug, fit] of slugsOf(mention.noun, isAbroad)) set(slug, lifted * fit);
  }
  const isNamed = mentions.length > 0;
  return {
    isNamed,
    isNamedAs: (slug) => (weights.get(slug) ?? 0) >= 0.3,
    weightOf: (slug) => {
      const own = weights.get(slug) ?? 0;
      const default_ = unsaid[dimension][slug] ?? strange;
      return Math.max(own, isNamed ? Math.min(default_ * 0.15, 0.1) : default_);
    },
  };
}

/** "Custody centers" are several countries together: one of them alone is hardly meant. */
export const setMember = 0.25;

/** What a noun names, and how well: the first of several first, but for those of a set, which it names alike. */
function slugsOf(
  { dimension, fits, abroad, beside, isSet }: Noun,
  isAbroad: boolean,
): [string, number][] {
  const others = isSet ? setMember : dimension === "area" ? 0.4 : 0.8;
  const slugs: [string, number][] = [];
  let at = 0;
  for (const slug of fits) {
    slugs.push([slug, at === 0 && !isSet ? 1 : others]);
    at += 1;
  }
  for (const slug of abroad) slugs.push([slug, isAbroad ? 1 : 0.15]);
  if (beside !== "any") for (const slug of beside) slugs.push([slug, 0.45]);
  return slugs;
}

/** The series that words name best, at most `limit`. */
export function nameSeries<K extends KnownSeries>(
  all: readonly K[],
  namings: Namings,
  limit: number,
): (K & NamedSeries)[] {
  const found: (K & NamedSeries)[] = [];
  const { area, class: ofClass, measure } = namings;
  for (const known of all) {
    const classWeight = ofClass.weightOf(known.class);
    if (classWeight <= strange) continue;
    let areaWeight = 0;
    for (const slug of known.area) areaWeight = Math.max(areaWeight, area.weightOf(slug));
    if (areaWeight <= strange) continue;
    const weight = classWeight * areaWeight * measureWeight(known, measure);
    if (weight < 0.004) continue;
    const named = {
      area: known.area.some((slug) => area.isNamedAs(slug)),
      class: ofClass.isNamedAs(known.class),
      measure: measure.isNamedAs(known.measure),
    };
    found.push({ ...known, weight, named });
  }
  return found.sort(compare).slice(0, limit);
}

/** The press release counts changes of what is held as flows, and calls what it adds up by one name or another. */
function measureWeight({ measure, class: ofClass }: KnownSeries, naming: Naming): number {
  const own = naming.weightOf(measure);
  if (measure === "change") {
    const held = Math.max(naming.weightOf("holdings") * 0.95, own);
    return ofClass === "bank-liabilities" ? Math.max(held, 0.9) : held;
  }
  if (measure === "net-acquisition") return Math.max(own, naming.weightOf("net") * 0.35);
  if (ofClass === "tic-flow") return Math.max(own, 0.7);
  return own;
}

function compare(left: NamedSeries, right: NamedSeries): number {
  return right.weight - left.weight || (left.series.key < right.series.key ? -1 : 1);
}
