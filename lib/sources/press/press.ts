import { createHash } from "node:crypto";
import { accepted, refused, type Checked } from "#lib/series/checked";
import type { Problem } from "#lib/series/problem";
import { addProblems } from "../bounded-problems.ts";
import type { Catalogue } from "../catalogue.ts";
import { holdIdentities } from "../identities.ts";
import { makeParsedFile, type CollectedVintage, type ParsedFile } from "../parsed-file.ts";
import { collectedText } from "../seed-collection.ts";
import type { SourceFormat } from "../source-format.ts";
import { pressIdentities } from "./press-identities.ts";
import type { PressLayout } from "./press-layout.ts";
import { checkEnd, checkReleases, type PlacedHead } from "./press-order.ts";
import { readRelease, type PressRelease } from "./press-release.ts";
import { pressHeading, readHead } from "./press-row.ts";
import { packPress, unpackPress, pressFiles } from "./press-seed.ts";
import { pressSeries } from "./press-series.ts";

/**
 * lines.csv: the 32-line table of each monthly press release, a row for each figure. Every release is a vintage of its own.
 * Figures are USD billion to 0.1. Returns every problem of form; what does not add up is recorded with its vintage.
 */
function parsePress(
  lines: readonly string[],
  catalogue: Catalogue,
  file: string,
): Checked<readonly ParsedFile[]> {
  const { press: layout } = catalogue;
  const problems: Problem[] = [];
  const heads: PlacedHead[] = [];
  const releases: PressRelease[] = [];
  let at = 1;
  while (at < lines.length) {
    const head = readHead(lines, at, file);
    if ("problem" in head) return refused([...problems, head.problem]);
    heads.push({ ...head, line: at + 1 });
    const { release, next } = readRelease(lines, at, head, file, problems);
    if (release) releases.push(release);
    at = next;
  }
  addProblems(problems, checkReleases(heads, layout, file));
  if (problems.length === 0) addProblems(problems, checkEnd(heads, layout, lines.length, file));
  if (problems.length > 0) return refused(problems.sort((a, b) => a.at.line - b.at.line));
  const held = holdIdentities(
    releases.flatMap((release) => [...pressIdentities(release, layout)]),
    layout.acknowledged,
    file,
  );
  if (!held.ok) return held;
  const series = pressSeries(catalogue);
  const format = { release: "press", series: () => series };
  const vintages = releases.map((release) =>
    makeParsedFile(catalogue, format, release.cells, {
      violations: held.value.filter(({ line }) => line > release.start && line <= release.end),
      collected: collectedOf(release, lines, layout),
    }),
  );
  return accepted(vintages);
}

function collectedOf(
  { released, name, start, end, times }: PressRelease,
  lines: readonly string[],
  { url, releases }: PressLayout,
): CollectedVintage {
  const bytes = Buffer.from(collectedText([pressHeading, ...lines.slice(start, end)]));
  const notes = releases.filter((one) => one.name === name).map(({ note }) => note);
  if (times === 2) {
    notes.push("Each line of this release stands twice in the collection, with the same figures.");
  }
  return {
    released,
    name,
    url: url.replace("{name}", name),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    note: notes.length > 0 ? notes.join(" ") : null,
  };
}

/** lines.csv, the release `press`. */
export const pressReleases: SourceFormat = {
  release: "press",
  description: `lines.csv (the lines of the press releases, "${pressHeading}")`,
  recognises: (lines) => lines[0] === pressHeading,
  parse: parsePress,
  series: pressSeries,
  seedTables: () => [],
  collection: { files: pressFiles, pack: packPress, unpack: unpackPress },
};
