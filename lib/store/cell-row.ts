import { Prisma } from "../../prisma/client/client.ts";
import { isVintageDate, type Cell, type VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";

/** A cell as a query hands it over: days and decimals as text, so that none is bent on the way. */
export interface CellRow {
  readonly key: string;
  readonly period: string;
  readonly value: string | null;
  readonly status: Cell["status"];
  readonly known_from: string;
  readonly line: number | null;
  readonly col: number | null;
}

/** The fields of a `CellRow` from a series `s` and observations called `k`. */
export const cellFields = Prisma.sql`s.key, k.period, k.value::text AS value, k.status::text AS status,
  k.vintage_date::text AS known_from, k.source_line AS line, k.source_column AS col`;

/** The cell of a row. Throws for a day or period that the store should have refused. */
export function toCell({ key, period, value, status, known_from, line, col }: CellRow): Cell {
  const at = { key, period: storedPeriod(period), knownFrom: storedDay(known_from) };
  return { ...at, value, status, line, column: col };
}

/** A period as it comes from the store. */
export function storedPeriod(text: string): Period {
  if (!isPeriod(text)) throw new Error(`The store holds an impossible period: ${text}`);
  return text;
}

/** Days found right before: a read has the same few vintages on every row. */
const days = new Map<string, VintageDate>();

/** A day as it comes from the store, as text. */
export function storedDay(text: string): VintageDate {
  const known = days.get(text);
  if (known !== undefined) return known;
  if (!isVintageDate(text)) throw new Error(`The store holds an impossible day: ${text}`);
  days.set(text, text);
  return text;
}
