import { accepted, refused, type Checked } from "#lib/series/checked";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { Violation } from "#lib/series/violation";
import type { ReleaseDay } from "#lib/sources/calendar";
import type { Catalogue, CatalogueRelease } from "#lib/sources/catalogue";
import type { ParsedFile } from "#lib/sources/parsed-file";
import { parseVintage } from "#lib/sources/parse-source";
import { checkReleaseDay } from "#lib/sources/release-day";
import type { Fields } from "./exchange.ts";
import { describeHtmlPage, isHtmlPage } from "./html-page.ts";
import { checkNewestMonth, findReleaseDay } from "./vintage-day.ts";

/** A file that came from the publisher. */
export interface Arrived {
  /** The release that was asked for. */
  readonly release: CatalogueRelease;
  readonly bytes: Uint8Array;
  readonly fields: Fields;
  readonly catalogue: Catalogue;
  readonly calendar: readonly ReleaseDay[];
  readonly fetched: Date;
  /** What problems call the file. */
  readonly name: string;
}

/** A file that is what it should be. It is parsed once: a large table takes tens of megabytes. */
export interface Verified {
  readonly parsed: ParsedFile;
  /** The day of its vintage. */
  readonly released: VintageDate;
}

/**
 * Checks, with nobody looking on, that a file is what it should be, and gives it parsed. Problems:
 * `html-instead-of-data`, `empty-file`, those of the parser, `another-release`, `identity-broken`, `unknown-release-day`,
 * `unexpected-month`, `released-too-early`.
 */
export function verifyFile(arrived: Arrived): Checked<Verified> {
  const { release, bytes, fields, catalogue, calendar, fetched, name } = arrived;
  const at = { file: name, line: 1, column: 1 };
  if (isHtmlPage(fields, bytes)) {
    return refused([{ kind: "html-instead-of-data", message: describeHtmlPage(bytes), at }]);
  }
  if (bytes.length === 0) {
    return refused([{ kind: "empty-file", message: "Expected a data file, found no bytes", at }]);
  }
  const parsed = parseVintage(bytes, catalogue, name);
  if (!parsed.ok) return parsed;
  if (parsed.value.release !== release.slug) {
    const message = `Expected the file of ${release.slug}, found that of ${parsed.value.release}`;
    return refused([{ kind: "another-release", message, at }]);
  }
  const broken = parsed.value.violations.filter(({ acknowledged }) => !acknowledged);
  if (broken.length > 0) return refused(broken.map((one) => asProblem(one, name)));
  const day = findReleaseDay(fields["last-modified"] ?? null, calendar, fetched, name);
  if (!day.ok) return day;
  const problems = [
    ...checkNewestMonth(parsed.value, day.value, release.fetch, name),
    ...checkReleaseDay(parsed.value, day.value.date, name),
  ];
  if (problems.length > 0) return refused(problems);
  return accepted({ parsed: parsed.value, released: day.value.date });
}

function asProblem({ identity, key, period, ...one }: Violation, file: string): Problem {
  return {
    kind: "identity-broken",
    message: `Expected ${identity}, found ${one.found} in ${key} of ${period} against ${one.expected}`,
    at: { file, line: one.line, column: one.column },
    fix: "look at the file; tickmark ingest without --strict loads it and records what does not add up",
  };
}
