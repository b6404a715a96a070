/**
 * Makes a folder of prisma/seed from a Treasury file:
 *   npx tsx scripts/make-seed.ts FILE RELEASED [RETRIEVED] [NOTE]
 * RELEASED is the day of publication, "-" for a file that collects vintages and has their days in it; RETRIEVED the day of
 * fetching, or "-" when nobody wrote it down.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Checked } from "#lib/series/checked";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { formatProblem } from "#lib/series/problem";
import { loadCatalogue } from "#lib/sources/catalogue";
import { parseSource } from "#lib/sources/parse-source";
import { checkReleaseDay } from "#lib/sources/release-day";
import { hashOf } from "#lib/sources/seed";
import { readLines } from "#lib/sources/source-rows";
import { writeCollection, writeSeed } from "#lib/sources/write-seed";
import { releaseOf } from "#lib/store/release-of";

const usage =
  "usage: tsx scripts/make-seed.ts FILE RELEASED|- [RETRIEVED|-] [NOTE], days as 2026-06-18";

function main([file, releasedText = "", retrievedText = "-", note = ""]: readonly string[]): void {
  if (file === undefined) fail(usage);
  const released = dayOf(releasedText);
  const retrieved = dayOf(retrievedText);
  const catalogue = valueOf(loadCatalogue());
  const bytes = readFileSync(file);
  const vintages = valueOf(parseSource(bytes, catalogue, file));
  const [first] = vintages;
  if (!first) fail(`${file} holds no vintage`);
  const collects = first.collected !== null;
  if (collects !== (released === null)) fail(usage);
  const { slug, title, publisher, licence, url } = releaseOf(catalogue, first.release);
  const origin = {
    title,
    publisher,
    licence,
    url,
    retrieved,
    fileName: collects ? path.basename(file) : path.basename(url),
    bytes: bytes.length,
    sha256: hashOf(bytes),
    note: note === "" ? null : note,
  };
  if (released === null) {
    const texts = valueOf(writeCollection(valueOf(readLines(bytes, file)), vintages, origin));
    write(path.join("prisma", "seed", slug), texts);
  } else {
    const early = checkReleaseDay(first, released, file);
    if (early.length > 0) valueOf({ ok: false, problems: early });
    write(
      path.join("prisma", "seed", slug, released),
      writeSeed(first, { ...origin, released }, catalogue),
    );
  }
  const count = (of: "cells" | "violations") =>
    vintages.reduce((sum, vintage) => sum + vintage[of].length, 0);
  console.log(
    `${vintages.length} vintages, ${count("cells")} cells, ${count("violations")} violations`,
  );
}

function write(folder: string, texts: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of texts) writeFileSync(path.join(folder, name), text);
  console.log(folder);
}

function dayOf(text: string): VintageDate | null {
  if (text === "-") return null;
  return isVintageDate(text) ? text : fail(usage);
}

function valueOf<T>(checked: Checked<T>): T {
  return checked.ok ? checked.value : fail(checked.problems.map(formatProblem).join("\n"));
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

main(process.argv.slice(2));
