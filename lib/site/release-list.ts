import { Decimal } from "#lib/series/decimal";
import type { VintageDate } from "#lib/series/observation";
import { formatProblem } from "#lib/series/problem";
import type { Checked } from "#lib/series/checked";
import type { Release, Vintage } from "#lib/series/vintage";
import { loadCalendar } from "#lib/sources/calendar";
import { loadCatalogue } from "#lib/sources/catalogue";
import { createReader } from "#lib/store/reader";
import type { Store } from "#lib/store/store";
import { listViolations } from "#lib/store/violation-rows";
import { readCalendar, type Calendar } from "./release-calendar.ts";
import { buildReleasePage, readRelease, type ReleasePage } from "./release-page.ts";
import { explainViolations, type ViolationWords } from "./release-violation.ts";
import type { HeldRelease } from "./build-home-page.ts";

/** The calendar, every release by its newest vintage, and the published figures that do not add up. */
export interface ReleaseList {
  readonly calendar: Calendar;
  readonly releases: readonly ReleasePage[];
  readonly violations: readonly ViolationGroup[];
}

/** What one identity found in one vintage: the largest difference in words, and how many there are. */
export interface ViolationGroup {
  readonly count: number;
  readonly largest: ViolationWords;
}

/** Press releases come out with the tables, but nobody fetches them. */
const alsoEachMonth: ReadonlySet<string> = new Set(["press"]);

/** The list of the vintages given, as seen on `today`, a day in New York. */
export async function releaseList(
  store: Store,
  today: VintageDate,
  given: readonly HeldRelease[],
): Promise<ReleaseList> {
  const order = valueOf(loadCatalogue()).releases.map(({ slug }) => slug);
  const held = given.toSorted(
    (left, right) => order.indexOf(left.release.slug) - order.indexOf(right.release.slug),
  );
  const pages = await Promise.all(
    held
      .filter(({ vintages }) => vintages.length > 0)
      .map(async (one) => buildReleasePage(await readRelease(store, one))),
  );
  const isHeld = (slug: string, day: VintageDate) =>
    held.some(
      ({ release, vintages }) => release.slug === slug && vintages.some(({ date }) => date === day),
    );
  const recorded = await listViolations(store, {});
  const violations = recorded.filter(({ release, date }) => isHeld(release, date));
  return {
    calendar: calendarOf(held, today),
    releases: pages,
    violations: groupViolations(await explainViolations(violations, createReader(store))),
  };
}

/** The calendar as seen on `today`, a day in New York, beside what is held of each release. */
export function calendarOf(
  held: readonly { readonly release: Release; readonly vintages: readonly Vintage[] }[],
  today: VintageDate,
): Calendar {
  const fetched = new Set(
    valueOf(loadCatalogue()).releases.flatMap(({ slug, fetch }) =>
      fetch === "each-month" ? [slug] : [],
    ),
  );
  const releases = held.map(({ release: { slug, title }, vintages }) => ({
    ...{ slug, title },
    dates: vintages.map(({ date }) => date),
    eachMonth: fetched.has(slug) || alsoEachMonth.has(slug),
  }));
  return readCalendar(valueOf(loadCalendar()), releases, today);
}

/** One group for each identity of each vintage: those nobody has explained first, then the newest. */
export function groupViolations(violations: readonly ViolationWords[]): ViolationGroup[] {
  const groups = new Map<string, ViolationWords[]>();
  for (const violation of violations) {
    const { release, date, identity, acknowledged } = violation;
    const name = [release, date, identity, acknowledged].join("|");
    groups.set(name, [...(groups.get(name) ?? []), violation]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first, ...rest] = group;
      if (first === undefined) return [];
      const largest = rest.reduce(
        (most, one) => (new Decimal(one.size).gt(most.size) ? one : most),
        first,
      );
      return [{ count: group.length, largest }];
    })
    .sort(
      ({ largest: left }, { largest: right }) =>
        Number(left.acknowledged) - Number(right.acknowledged) ||
        right.date.localeCompare(left.date, "en"),
    );
}

/** The catalogue is a part of the site: what is wrong with it stops the page. */
function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(checked.problems.map(formatProblem).join("\n"));
}
