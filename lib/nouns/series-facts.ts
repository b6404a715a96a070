import { classOf } from "#lib/series/security-class";
import type { Series } from "#lib/series/series";
import type { NounDimension } from "./noun.ts";
import { usResidents } from "./nouns.ts";

/**
 * What a series is, in the words of content/nouns.yml. The tables of major holders name the class in the measure ("bills",
 * "comparison-bonds-and-notes"): there the measure is holdings. Foreign securities are held by U.S. residents, whatever area
 * issued them; "grand-total" of Table 2 is the issuers' total and no holder at all.
 */
export function factsOf(series: Series): Readonly<Record<NounDimension, readonly string[]>> {
  const { measure, area } = series;
  const securities = measure.endsWith("bills")
    ? "bills"
    : measure.endsWith("bonds-and-notes")
      ? "treasury-bonds"
      : classOf(series);
  const isForeign = securities.startsWith("foreign-");
  const isIssuers = series.release === "slt2" && area === "grand-total";
  return {
    class: [securities],
    measure: [/(?:^comparison|bills|bonds-and-notes)$/u.test(measure) ? "holdings" : measure],
    area: [...(isIssuers ? [] : [area]), ...(isForeign ? [usResidents] : [])],
  };
}
