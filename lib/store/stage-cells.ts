import { Prisma } from "../../prisma/client/client.ts";
import type { SourceCell } from "#lib/sources/source-cell";
import type { Transaction } from "./transaction.ts";
import type { VintageContent } from "./vintage-content.ts";

/** Sent to the server at once: large enough to be quick, small enough to keep memory flat. */
const bytesInPiece = 64 * 1024;
const mostBytesInRow = 1024;

/** Makes the temporary table `staged`, which holds the cells of one vintage at a time and goes with the transaction. */
export async function createStaged(tx: Transaction): Promise<void> {
  await tx.run(Prisma.sql`
    CREATE TEMPORARY TABLE staged (
      series_id integer, period text COLLATE "C", value decimal, status observation_status, line integer, col integer
    ) ON COMMIT DROP`);
}

/**
 * Streams the cells of a vintage into `staged`, in place of those before. Throws when a cell names a series that was not
 * declared, and when cells are not in the order of their series and periods, each once.
 */
export async function stageCells(
  tx: Transaction,
  { series, cells }: VintageContent,
): Promise<void> {
  await tx.run(Prisma.sql`TRUNCATE staged`);
  const ids = await tx.rows<{ key: string; id: number }>(
    Prisma.sql`SELECT key, id FROM series WHERE key = ANY(${series.map(({ key }) => key)}::text[])`,
  );
  const idsByKey = new Map(ids.map(({ key, id }) => [key, id]));
  await tx.copy("COPY staged FROM STDIN", piecesOf(cells, idsByKey));
}

/**
 * Cells in the text format of COPY. Keys, periods and decimals have none of the characters that it escapes. Written into
 * one piece of memory again and again: as strings, half a million rows are so much waste that memory grows before it is
 * collected.
 */
function* piecesOf(
  cells: Iterable<SourceCell>,
  idsByKey: ReadonlyMap<string, number>,
): Generator<Buffer> {
  const piece = Buffer.alloc(bytesInPiece);
  let length = 0;
  let before: SourceCell | undefined;
  for (const cell of cells) {
    const id = idsByKey.get(cell.key);
    if (id === undefined) throw new Error(`A cell names ${cell.key}, which was not declared`);
    requireOrder(before, cell);
    before = cell;
    const { period, value, status, line, column } = cell;
    if (length + mostBytesInRow > bytesInPiece) {
      yield Buffer.from(piece.subarray(0, length));
      length = 0;
    }
    length += piece.write(
      `${id}\t${period}\t${value ?? "\\N"}\t${status}\t${line}\t${column}\n`,
      length,
      "latin1",
    );
  }
  if (length > 0) yield piece.subarray(0, length);
}

/** Two cells of one observation would contradict each other, and which of them is meant nobody knows. */
function requireOrder(before: SourceCell | undefined, cell: SourceCell): void {
  if (!before || before.key < cell.key) return;
  if (before.key === cell.key && before.period < cell.period) return;
  throw new Error(
    `The cells of a vintage must be in order, each once: ${cell.key} ${cell.period} comes after ${before.key} ${before.period}`,
  );
}
