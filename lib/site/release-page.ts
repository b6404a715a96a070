import type { Cell, VintageDate } from "#lib/series/observation";
import { unitLabel } from "#lib/series/unit";
import type { Release, Vintage } from "#lib/series/vintage";
import { createReader } from "#lib/store/reader";
import { listCoverage, type RunOfVintage } from "#lib/store/coverage-rows";
import { readHistory } from "#lib/store/history";
import { countChanges, type ChangesOfVintage } from "#lib/store/revision-rows";
import type { Store } from "#lib/store/store";
import { listViolations, type RecordedViolation } from "#lib/store/violation-rows";
import { coverageWords } from "./release-coverage.ts";
import { headlineOf, meanRevisions } from "./release-headline.ts";
import type { HeldRelease } from "./build-home-page.ts";

/** One vintage in the list of its release. */
export interface VintageLine {
  readonly date: VintageDate;
  /** "January 2020 to April 2026" */
  readonly covers: string;
  /** Null for the only vintage of its release: all in it is new. */
  readonly changes: Omit<ChangesOfVintage, "date"> | null;
  /** Mean absolute revision of the release's headline series; null where this vintage changed none of its values. */
  readonly mean: string | null;
  readonly violations: number;
}

/** A release with all its vintages. */
export interface ReleasePage {
  readonly release: Release;
  /** The series whose mean absolute revision is listed, with its unit; null where the release has none. */
  readonly headline: { readonly key: string; readonly label: string; readonly unit: string } | null;
  /** Newest first. */
  readonly vintages: readonly VintageLine[];
}

/** What the store says of one release. */
export interface ReleaseInput {
  readonly release: Release;
  /** Oldest first. */
  readonly vintages: readonly Vintage[];
  readonly changes: readonly ChangesOfVintage[];
  readonly coverage: readonly RunOfVintage[];
  readonly violations: readonly Pick<RecordedViolation, "date">[];
  /** The headline series with its whole history, by period and then by vintage. */
  readonly headline: (NonNullable<ReleasePage["headline"]> & { history: readonly Cell[] }) | null;
}

/** The page of a release, of the vintages given; null when there is none of this name, or no vintage of it. */
export async function releasePage(
  store: Store,
  slug: string,
  releases: readonly HeldRelease[],
): Promise<ReleasePage | null> {
  const held = releases.find(({ release }) => release.slug === slug);
  return held === undefined || held.vintages.length === 0
    ? null
    : buildReleasePage(await readRelease(store, held));
}

/** Everything about one release that its page, and the list of releases, are built from. */
export async function readRelease(
  store: Store,
  held: Pick<ReleaseInput, "release" | "vintages">,
): Promise<ReleaseInput> {
  const { slug } = held.release;
  const [changes, coverage, violations, headline] = await Promise.all([
    // Half a million observations of the one vintage of a frozen table need no counting.
    held.vintages.length < 2 ? [] : countChanges(store, slug),
    listCoverage(store, slug),
    listViolations(store, { release: slug }),
    readHeadline(store, slug),
  ]);
  return { ...held, changes, coverage, violations, headline };
}

async function readHeadline(store: Store, slug: string): Promise<ReleaseInput["headline"]> {
  const headline = headlineOf(slug);
  const series = headline && (await createReader(store).describe(headline.key));
  if (!headline || !series) return null;
  const unit = unitLabel(series.unit, series.multiplier);
  return { ...headline, unit, history: await readHistory(store, headline.key) };
}

/** The same from what was read. */
export function buildReleasePage(input: ReleaseInput): ReleasePage {
  const { release, vintages, changes, coverage, violations, headline } = input;
  const counts = new Map(changes.map((one) => [one.date, one]));
  const means = meanRevisions(headline?.history ?? []);
  return {
    release,
    headline: headline && { key: headline.key, label: headline.label, unit: headline.unit },
    vintages: vintages.toReversed().map(({ date }) => ({
      date,
      covers: coverageWords(coverage.filter((run) => run.date === date)),
      changes: counts.get(date) ?? null,
      mean: means.get(date)?.mean ?? null,
      violations: violations.filter((one) => one.date === date).length,
    })),
  };
}
