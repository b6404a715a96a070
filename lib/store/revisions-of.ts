import type { Cell } from "#lib/series/observation";
import type { PeriodRange } from "#lib/series/reader";
import { storedDay, storedPeriod } from "./cell-row.ts";
import type { Store } from "./store.ts";

/** As in `reader.ts`, the cells of a series come as one text, a line each. */
const query = {
  name: "revisions-of",
  text: `
    SELECT s.key, (
      SELECT string_agg(concat_ws(' ', o.period, o.vintage_date, o.status, coalesce(o.source_line, 0), coalesce(o.source_column, 0), o.value), E'\\n')
      FROM observation o
      WHERE o.series_id = s.id AND o.period >= $2 AND o.period <= $3
    ) AS cells
    FROM series s WHERE s.key = ANY($1::text[])`,
} as const;

/**
 * Every observation that any vintage made of each series, the withdrawn ones too, by period and then by the vintage that
 * first printed it: `readHistory` of many series at once. A key without any has an empty list.
 */
export async function revisionsOf(
  store: Store,
  keys: readonly string[],
  { from, to }: PeriodRange = {},
): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const cells = new Map<string, readonly Cell[]>(keys.map((key) => [key, []]));
  if (keys.length === 0) return cells;
  // All periods lie between "1" and "3".
  const values = [keys, from ?? "1", to ?? "3"];
  const { rows } = await store.pool.query<{ key: string; cells: string | null }>({
    ...query,
    values,
  });
  for (const row of rows) cells.set(row.key, cellsOf(row.key, row.cells));
  return cells;
}

/** Lines begin with their period and vintage, so that their order is that of both. */
function cellsOf(key: string, text: string | null): Cell[] {
  const lines = text === null ? [] : text.split("\n").sort();
  return lines.map((line): Cell => {
    const [period = "", day = "", status = "", row = "", column = "", value] = line.split(" ");
    return {
      key,
      period: storedPeriod(period),
      value: value ?? null,
      status: status === "withdrawn" ? status : value === undefined ? "missing" : "normal",
      knownFrom: storedDay(day),
      line: Number(row) || null,
      column: Number(column) || null,
    };
  });
}
