import { Decimal } from "#lib/series/decimal";
import type { Cell } from "#lib/series/observation";
import type { SourceCell } from "#lib/sources/source-cell";
import { listCoverage } from "#lib/store/coverage-rows";
import { coverageOf } from "#lib/store/coverage";
import { createReader } from "#lib/store/reader";
import { listKeys } from "#lib/store/series-rows";
import type { Store } from "#lib/store/store";
import type { VintageContent } from "#lib/store/vintage-content";
import type { Finding } from "./finding.ts";

/** So many keys are asked for at once, and so many differences of one vintage are told apart. */
const keysAtOnce = 500;
const toldApart = 5;

const fix =
  "the store was changed by other means than loads: restore a backup from before (npx tickmark restore), or make the store anew from the files";

/**
 * Holds what readers are told as of a vintage against the file it came in: each figure, its place, and no figure besides among the
 * periods it speaks about; and those periods themselves.
 */
export async function compareVintage(store: Store, content: VintageContent): Promise<Finding[]> {
  const { release, date, series, cells } = content;
  const vintage = `${release.slug} ${date}`;
  const covered = coverageOf(series, cells).map(({ section, first, last }) =>
    `${section} ${first}..${last}`.trim(),
  );
  const recorded = (await listCoverage(store, release.slug))
    .filter((run) => run.date === date)
    .map(({ section, first, last }) => `${section} ${first}..${last}`.trim());
  const findings: Finding[] = [];
  if (covered.sort().join() !== recorded.sort().join()) {
    const found = recorded.join(", ") || "none";
    findings.push({ where: `${vintage}, periods`, expected: covered.join(", "), found, fix });
  }
  const differing: Finding[] = [];
  for await (const difference of differences(store, content)) differing.push(difference);
  const rest = differing.length - toldApart;
  findings.push(...differing.slice(0, toldApart));
  if (rest > 0) {
    const expected = `${cells.length} figures as in the file`;
    findings.push({ where: vintage, expected, found: `${rest} more that differ`, fix });
  }
  return findings;
}

async function* differences(
  store: Store,
  { release, date, cells, series }: VintageContent,
): AsyncGenerator<Finding> {
  const reader = createReader(store);
  const bySeries = new Map<string, SourceCell[]>();
  for (const cell of cells) {
    const own = bySeries.get(cell.key);
    if (own) own.push(cell);
    else bySeries.set(cell.key, [cell]);
  }
  const runs = coverageOf(series, cells);
  const sections = new Map(series.map(({ key, section }) => [key, section]));
  const keys = (await listKeys(store)).filter((key) => key.startsWith(`${release.slug}.`));
  const all = [...new Set([...keys, ...bySeries.keys()])];
  for (let at = 0; at < all.length; at += keysAtOnce) {
    const held = await reader.read(all.slice(at, at + keysAtOnce), date);
    for (const [key, found] of held) {
      const section = sections.get(key) ?? "";
      const isCovered = ({ period }: Cell) =>
        runs.some((run) => run.section === section && period >= run.first && period <= run.last);
      yield* compareSeries(bySeries.get(key) ?? [], found.filter(isCovered), key, date);
    }
  }
}

function* compareSeries(
  printed: readonly SourceCell[],
  held: readonly Cell[],
  key: string,
  date: string,
): Generator<Finding> {
  const byPeriod = new Map(held.map((cell) => [cell.period, cell]));
  for (const cell of printed) {
    const found = byPeriod.get(cell.period);
    byPeriod.delete(cell.period);
    if (found && isSame(cell, found, date)) continue;
    const where = `${key} ${cell.period} as of ${date}`;
    const expected = `${said(cell)} (line ${cell.line}, column ${cell.column})`;
    yield { where, expected, found: found ? `${said(found)}${placeOf(found)}` : "nothing", fix };
  }
  for (const [period, cell] of byPeriod) {
    yield { where: `${key} ${period} as of ${date}`, expected: "nothing", found: said(cell), fix };
  }
}

/** A place is told by the vintage that brought the figure, where it was told one. */
function isSame(printed: SourceCell, held: Cell, date: string): boolean {
  if (held.knownFrom === date && held.line !== null) {
    if (held.line !== printed.line || held.column !== printed.column) return false;
  }
  if (held.value === printed.value) return held.status === printed.status;
  if (held.value === null || printed.value === null) return false;
  return new Decimal(held.value).equals(printed.value);
}

function said({ value, status }: Pick<Cell, "value" | "status">): string {
  return value ?? status;
}

function placeOf({ line, column, knownFrom }: Cell): string {
  return line === null ? ` of ${knownFrom}` : ` of ${knownFrom} (line ${line}, column ${column})`;
}
