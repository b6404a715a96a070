import type { Cell, VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { unitLabel } from "#lib/series/unit";
import type { Vintage } from "#lib/series/vintage";
import type { Receipt, ReceiptCell } from "./receipt.ts";

/** The series of the cells, by key. */
export async function describeAll(
  cells: readonly Cell[],
  reader: SeriesReader,
): Promise<ReadonlyMap<string, Series>> {
  const keys = [...new Set(cells.map((cell) => cell.key))];
  const series = await Promise.all(keys.map((key) => reader.describe(key)));
  return new Map(series.flatMap((found) => (found ? [[found.key, found] as const] : [])));
}

/** The vintages of each release used, oldest first. */
export type VintagesByRelease = ReadonlyMap<string, readonly Vintage[]>;

/** The vintages of the releases that the series come from. */
export async function vintagesOf(
  series: ReadonlyMap<string, Series>,
  reader: SeriesReader,
): Promise<VintagesByRelease> {
  const releases = [...new Set([...series.values()].map(({ release }) => release))];
  return new Map(
    await Promise.all(
      releases.map(async (release) => [release, await reader.vintages(release)] as const),
    ),
  );
}

/** A cell ready to print, with its place in the file that first had it. */
export function toReceiptCell(
  cell: Cell,
  series: ReadonlyMap<string, Series>,
  vintages: VintagesByRelease,
): ReceiptCell {
  const described = series.get(cell.key);
  const vintage =
    described && vintages.get(described.release)?.find(({ date }) => date === cell.knownFrom);
  if (!described || !vintage)
    throw new Error(`The cell ${cell.key} ${cell.period} has lost its series or its vintage`);
  const { source, title, unit, multiplier } = described;
  return {
    key: cell.key,
    title,
    period: cell.period,
    value: cell.value,
    unit: unitLabel(unit, multiplier),
    knownFrom: cell.knownFrom,
    file: vintage.snapshot.fileName,
    sha256: vintage.snapshot.sha256,
    line: cell.line,
    column: cell.column,
    row: source.code === null ? source.row : `${source.row} (${source.code})`,
    field: source.field,
  };
}

/** The files the cells were first printed in, and the file each release had on the day of reading. */
export function snapshotsUsed(
  cells: readonly Cell[],
  series: ReadonlyMap<string, Series>,
  vintages: VintagesByRelease,
  asOf: VintageDate,
): Receipt["snapshots"] {
  return [...vintages].flatMap(([release, held]) => {
    const printed = new Set(
      cells
        .filter((cell) => series.get(cell.key)?.release === release)
        .map((cell) => cell.knownFrom),
    );
    const current = held.findLast(({ date }) => date <= asOf);
    return held
      .filter((vintage) => vintage === current || printed.has(vintage.date))
      .map(({ date, note, snapshot }) => ({
        release,
        vintage: date,
        file: snapshot.fileName,
        url: snapshot.url,
        sha256: snapshot.sha256,
        bytes: snapshot.bytes,
        retrieved: snapshot.retrieved,
        note,
      }));
  });
}
