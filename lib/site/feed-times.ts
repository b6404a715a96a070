import type { Frontmatter } from "#lib/articles/frontmatter";
import { dawnOf } from "#lib/feeds/feed-instant";
import type { KnownChange } from "#lib/feeds/feed";

type Dated = Pick<Frontmatter, "said" | "corrections">;

/** When an article was published, changed and corrected, as instants in UTC. */
export interface FeedTimes {
  readonly published: string;
  readonly updated: string;
  readonly changed: KnownChange;
  /** Of each correction, in the order of the frontmatter. */
  readonly corrections: readonly CorrectionTimes[];
}

export interface CorrectionTimes {
  readonly published: string;
  readonly changed: KnownChange;
}

/** What an article says of its times. A day alone is taken as its dawn (`dawnOf`), but never before the publication. */
export function feedTimesOf({ said, corrections }: Dated): FeedTimes {
  const published = said.published.instant ?? dawnOf(said.published.day);
  const notBefore = (instant: string) => (instant < published ? published : instant);
  const corrected = corrections.map(({ date, instant, recorded }) => {
    const told = recorded ?? instant ?? null;
    return { published: notBefore(told ?? dawnOf(date)), changed: knownOf(date, told) };
  });
  const told = [
    knownOf(said.published.day, said.published.instant),
    ...corrected.map(({ changed }) => changed),
    knownOf(said.updated.day, said.updated.instant),
  ];
  const updated = notBefore(said.updated.instant ?? dawnOf(said.updated.day));
  return {
    published,
    updated: lastOf([updated, ...corrected.map((one) => one.published)]),
    changed: lastKnown(told),
    corrections: corrected,
  };
}

/** What programs are told of the times of an article: instants in UTC, and days where no more is known. */
export interface ToldTimes {
  readonly published: string;
  readonly updated: string;
}

/** What was told last is what `updated` says: the gate refuses one before a correction, or as loose as its day beside a time. */
export function toldTimesOf({ said: { published, updated } }: Pick<Dated, "said">): ToldTimes {
  return {
    published: published.instant ?? published.day,
    updated: updated.instant ?? updated.day,
  };
}

function knownOf(day: string, instant: string | null): KnownChange {
  return instant === null ? { day, came: null } : { day: null, came: new Date(instant) };
}

function lastKnown(changes: readonly KnownChange[]): KnownChange {
  const came = changes.flatMap((one) => one.came?.toISOString() ?? []);
  const days = changes.flatMap(({ day }) => day ?? []);
  return {
    day: days.length === 0 ? null : lastOf(days),
    came: came.length === 0 ? null : new Date(lastOf(came)),
  };
}

function lastOf(times: readonly string[]): string {
  return times.reduce((last, time) => (time > last ? time : last), "");
}
