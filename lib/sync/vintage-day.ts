import { dayInNewYork, shiftDay } from "#lib/series/new-york";
import type { Problem } from "#lib/series/problem";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { periodDistance, type Period } from "#lib/series/period";
import type { CatalogueRelease } from "#lib/sources/catalogue";
import type { ReleaseDay } from "#lib/sources/calendar";
import type { ParsedFile } from "#lib/sources/parsed-file";
import { parseHttpDate } from "./retry.ts";

/** A file may be put up so many days after its release and still be that release. */
export const daysLate = 3;

/**
 * Which release of the calendar a file is, by the day in New York of its Last-Modified: the release on that day or in the
 * three days before. A vintage keeps its date forever, so none is guessed. Problem: `unknown-release-day`.
 */
export function findReleaseDay(
  lastModified: string | null,
  calendar: readonly ReleaseDay[],
  now: Date,
  file: string,
): Checked<ReleaseDay> {
  const modified = lastModified === null ? null : parseHttpDate(lastModified);
  if (!modified) {
    const found = lastModified === null ? "none" : `"${lastModified}"`;
    return unknown(`Expected a Last-Modified that tells the day of release, found ${found}`, file);
  }
  const day = dayInNewYork(modified);
  if (day > dayInNewYork(now)) {
    return unknown(`Expected a file modified by today, found one of ${day}`, file);
  }
  const release = calendar.findLast(({ date }) => date <= day);
  if (release && day <= shiftDay(release.date, daysLate)) return accepted(release);
  const last = calendar.at(-1);
  const ended = last && day > last.date ? `, which ends on ${last.date}` : "";
  return unknown(
    `Expected a file modified on a release day of the calendar${ended}, or up to ${daysLate} days after, found ${day}`,
    file,
  );
}

/**
 * Holds the newest month of the file against the calendar: a server that copies its files gives old ones a new date.
 * Problem: `unexpected-month`.
 */
export function checkNewestMonth(
  { cells }: Pick<ParsedFile, "cells">,
  { date, last }: ReleaseDay,
  brings: CatalogueRelease["fetch"],
  file: string,
): Problem[] {
  const newest = cells.reduce<Period | null>(
    (found, { period }) => (found === null || period > found ? period : found),
    null,
  );
  if (newest === null || newest === last) return [];
  const behind = periodDistance(newest, last);
  // The history of the major holders is brought up to date with some releases only.
  if (brings === "some-months" && behind > 0 && behind <= 13) return [];
  return [
    {
      kind: "unexpected-month",
      message: `Expected ${last} as the newest month, which the release of ${date} is about, found ${newest}`,
      at: { file, line: 1, column: 1 },
    },
  ];
}

function unknown(message: string, file: string): Checked<never> {
  return refused([{ kind: "unknown-release-day", message, at: { file, line: 1, column: 1 } }]);
}
