import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import type { RecordedViolation } from "#lib/store/violation-rows";

/**
 * Whether a violation touches what vintages from one day on said of a period, up to and without the day when they said
 * another thing; null where they still do.
 */
export type IsViolated = (period: Period, from: VintageDate, before: VintageDate | null) => boolean;

/** For what nothing is known against. */
export function neverViolated(): boolean {
  return false;
}

/**
 * The test of one series, whose `violations` are given. The two calendar years of a press release stand side by side: where
 * one is not what the release says of that year elsewhere, neither heading is trusted.
 */
export function violatedIn(
  { section }: Pick<Series, "section">,
  violations: readonly Pick<RecordedViolation, "date" | "period">[],
): IsViolated {
  return (period, from, before) =>
    violations.some(
      ({ date, period: about }) =>
        (about === period && date >= from && (before === null || date < before)) ||
        (section === "year" && date === from),
    );
}
