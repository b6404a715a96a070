/**
 * Makes a folder of prisma/seed from a Treasury file:
 *   npx tsx scripts/make-seed.ts FILE RELEASED [RETRIEVED] [NOTE]
 * RELEASED is the day of publication; RETRIEVED the day of fetching, or "-" when nobody wrote it down.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isVintageDate } from "#lib/series/observation";
import { formatProblem, type Problem } from "#lib/series/problem";
import { loadCatalogue } from "#lib/sources/catalogue";
import { parseVintage } from "#lib/sources/parse-source";
import { checkReleaseDay } from "#lib/sources/release-day";
import { hashOf, writeSeed } from "#lib/sources/seed";
import { releaseOf } from "#lib/store/release-of";

function main(args: readonly string[]): void {
  const [file, released = "", retrieved = "-", note = ""] = args;
  const dated = isVintageDate(released) && (retrieved === "-" || isVintageDate(retrieved));
  if (file === undefined || !dated) {
    fail("usage: tsx scripts/make-seed.ts FILE RELEASED [RETRIEVED|-] [NOTE], days as 2026-06-18");
  }
  const catalogue = loadCatalogue();
  if (!catalogue.ok) failWith(catalogue.problems);
  const bytes = readFileSync(file);
  const parsed = parseVintage(bytes, catalogue.value, file);
  if (!parsed.ok) failWith(parsed.problems);
  const early = checkReleaseDay(parsed.value, released, file);
  if (early.length > 0) failWith(early);
  const release = releaseOf(catalogue.value, parsed.value.release);
  const { title, publisher, licence, url } = release;
  const texts = writeSeed(
    parsed.value,
    {
      title,
      publisher,
      licence,
      url,
      released,
      retrieved: retrieved === "-" ? null : retrieved,
      fileName: path.basename(url),
      bytes: bytes.length,
      sha256: hashOf(bytes),
      note: note === "" ? null : note,
    },
    catalogue.value,
  );
  const folder = path.join("prisma", "seed", release.slug, released);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of texts) writeFileSync(path.join(folder, name), text);
  console.log(
    `${folder}: ${parsed.value.series.length} series, ${parsed.value.cells.length} cells`,
  );
}

function failWith(problems: readonly Problem[]): never {
  fail(problems.map(formatProblem).join("\n"));
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

main(process.argv.slice(2));
