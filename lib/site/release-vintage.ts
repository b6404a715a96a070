import { Decimal } from "#lib/series/decimal";
import { formatPeriod } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { AreaGroup, Revision, RevisionReport, RevisionSummary } from "#lib/series/revision";
import type { Release, Vintage } from "#lib/series/vintage";
import { listCoverage, type RunOfVintage } from "#lib/store/coverage-rows";
import { createReader } from "#lib/store/reader";
import { compareVintages } from "#lib/store/revision-rows";
import type { Store } from "#lib/store/store";
import { listViolations } from "#lib/store/violation-rows";
import { nameOfClass, nameOfMeasure } from "./area-class-names.ts";
import { coverageWords, newPeriods } from "./release-coverage.ts";
import { printRevision, type RevisionLine } from "./release-revision.ts";
import { explainViolations, type ViolationWords } from "./release-violation.ts";
import type { HeldRelease } from "./build-home-page.ts";

/** One vintage beside an earlier one of its release. Texts are ready to print. */
export interface VintagePage {
  readonly release: Release;
  readonly vintage: Vintage;
  readonly covers: string;
  /** The vintage it is compared with: the one before it, or the one asked for. Null for the first. */
  readonly from: VintageDate | null;
  readonly older: VintageDate | null;
  readonly newer: VintageDate | null;
  /** Every earlier vintage, newest first: what it may be compared with. */
  readonly earlier: readonly VintageDate[];
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  /** "April 2026": periods that `from` does not speak about. */
  readonly newPeriods: readonly string[];
  readonly measures: readonly MeasureLine[];
  /** The largest, at most `listed`. */
  readonly revisions: readonly RevisionLine[];
  /** Among those listed. */
  readonly gone: readonly RevisionLine[];
  readonly violations: readonly ViolationWords[];
}

/** How much one measure of one class was revised. */
export interface MeasureLine {
  readonly label: string;
  readonly unit: string;
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  /** Decimals in the unit, for columns set on the point. */
  readonly mean: string | null;
  readonly largest: string | null;
}

/** So many revisions and withdrawals are read; a page lists fewer. */
const read = 200;
const listed = 50;

/** What became of an address: the page, or what there is instead. */
export type VintageFound =
  | { readonly ok: true; readonly page: VintagePage }
  | { readonly ok: false; readonly earlier: readonly VintageDate[] };

/**
 * The page of one vintage, of the releases given, against the one before it, or against `from`. Null when there is no such vintage; not ok, with
 * those it can be compared with, when `from` is no earlier vintage of the release.
 */
export async function vintagePage(
  store: Store,
  slug: string,
  date: string,
  releases: readonly HeldRelease[],
  from?: string,
): Promise<VintageFound | null> {
  const held = releases.find(({ release }) => release.slug === slug);
  const at = held?.vintages.findIndex((vintage) => vintage.date === date) ?? -1;
  const vintage = held?.vintages[at];
  if (held === undefined || vintage === undefined) return null;
  const earlier = held.vintages
    .slice(0, at)
    .map((one) => one.date)
    .reverse();
  const against = earlier.find((day) => day === (from ?? earlier[0])) ?? null;
  if (from !== undefined && against === null) return { ok: false, earlier };
  const [coverage, violations, report] = await Promise.all([
    listCoverage(store, slug),
    listViolations(store, { release: slug, date: vintage.date }),
    against === null ? null : compareVintages(store, slug, against, vintage.date, read),
  ]);
  const neighbours = { older: earlier[0] ?? null, newer: held.vintages[at + 1]?.date ?? null };
  const page = buildVintagePage({
    ...{ release: held.release, vintage, earlier, coverage, report },
    ...neighbours,
    violations: await explainViolations(violations, createReader(store)),
  });
  return { ok: true, page };
}

/** What was read of a vintage. */
export interface VintageInput extends Pick<
  VintagePage,
  "release" | "vintage" | "older" | "newer" | "earlier" | "violations"
> {
  readonly coverage: readonly RunOfVintage[];
  /** Null for the first vintage. */
  readonly report: RevisionReport | null;
}

/** The same from what was read. */
export function buildVintagePage({ coverage, report, ...input }: VintageInput): VintagePage {
  const runsOf = (date: VintageDate | null): RunOfVintage[] =>
    coverage.filter((run) => run.date === date);
  const own = runsOf(input.vintage.date);
  const from = report?.from ?? null;
  return {
    ...input,
    covers: coverageWords(own),
    from,
    added: report?.added ?? 0,
    revised: report?.revised ?? 0,
    withdrawn: report?.withdrawn ?? 0,
    newPeriods: from === null ? [] : newPeriods(own, runsOf(from)).map(formatPeriod),
    measures: (report?.summaries ?? [])
      .toSorted((left, right) => sections.indexOf(left.section) - sections.indexOf(right.section))
      .filter(({ added, revised, withdrawn }) => added + revised + withdrawn > 0)
      .map((summary) => printMeasure(input.release.slug, summary)),
    revisions: printAll(report, "revised").slice(0, listed),
    gone: printAll(report, "withdrawn").slice(0, listed),
  };
}

function printAll(report: RevisionReport | null, kind: Revision["kind"]): RevisionLine[] {
  const own = (report?.largest ?? []).filter((revision) => revision.kind === kind);
  return own.map((revision) => printRevision(revision, own));
}

/** Billions are printed to a tenth and their mean to a hundredth; a mean of millions to a whole one. */
function roundMean(mean: string | null, unit: string): string | null {
  return mean === null ? null : new Decimal(mean).toFixed(unit.endsWith("billion") ? 2 : 0);
}

/** What the columns of a press release are about; the months come first and need no word. */
const sectionNames: Readonly<Record<string, string>> = {
  month: "",
  "12m": ", twelve months",
  year: ", calendar year",
};
const sections = Object.keys(sectionNames);

/** Parts of a press release are what private and what official holders did; elsewhere they are of many kinds. */
function nameOfAreas(release: string, areas: AreaGroup): string {
  if (areas === "parts")
    return release === "press" ? ", private and official" : ", parts of the total";
  if (release === "press") return "";
  return areas === "countries" ? ", countries" : ", totals and groups";
}

function printMeasure(release: string, summary: RevisionSummary): MeasureLine {
  const { securities, section, measure, areas, unit, added, revised, withdrawn } = summary;
  const what = `${nameOfClass({ release, securities })}: ${nameOfMeasure({ securities, measure })}`;
  return {
    label: `${what}${nameOfAreas(release, areas)}${sectionNames[section] ?? ""}`,
    ...{ unit, added, revised, withdrawn },
    mean: roundMean(summary.meanAbsoluteRevision, unit),
    largest: summary.largestAbsoluteRevision,
  };
}
