import type { ClientBase } from "pg";

/** A table as it is written out. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** How its rows are put in order, in SQL: the same in every database, whatever its collation. */
  readonly order: readonly string[];
}

interface TableRow extends StoredTable {
  /** Tables that must have their rows first. */
  readonly needs: readonly string[];
}

/** What a trigger asks for that stands in the place of a foreign key. */
const neededByTriggers: Readonly<Record<string, readonly string[]>> = { observation: ["series"] };

/**
 * The tables of a store, those before that others refer to. Left out is what is not logged, which is no fact of the store. Rows
 * go by primary key; where a block-range index wants them to lie in another order, by that first.
 */
export async function listTables(client: ClientBase): Promise<readonly StoredTable[]> {
  const { rows } = await client.query<TableRow>(`
    SELECT c.relname::text AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      ARRAY(SELECT quote_ident(a.attname) || CASE WHEN a.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END
        FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
          CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, at)
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND (i.indisprimary OR m.amname = 'brin') ORDER BY i.indisprimary, x.relname, k.at) AS "order",
      ARRAY(SELECT n.relname::text FROM pg_constraint f JOIN pg_class n ON n.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND n.oid <> c.oid) AS needs
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname COLLATE "C"`);
  return sortByNeed(rows);
}

function sortByNeed(rows: readonly TableRow[]): StoredTable[] {
  const sorted = new Map<string, StoredTable>();
  const visit = (table: TableRow, above: readonly string[]): void => {
    if (sorted.has(table.name) || above.includes(table.name)) return;
    for (const name of [...table.needs, ...(neededByTriggers[table.name] ?? [])]) {
      const needed = rows.find((row) => row.name === name);
      if (needed) visit(needed, [...above, table.name]);
    }
    sorted.set(table.name, table);
  };
  for (const table of rows) visit(table, []);
  return [...sorted.values()];
}

/** The rows of a table in their order, to be streamed in the text format of COPY. */
export function copyOut({ name, columns, order }: StoredTable): string {
  const ordered = order.length > 0 ? ` ORDER BY ${order.join(", ")}` : "";
  const names = columns.map((column) => `"${column}"`).join(", ");
  return `COPY (SELECT ${names} FROM public."${name}"${ordered}) TO STDOUT`;
}

/** How far each sequence of these tables has come; those that were never asked are not there. */
export async function listSequences(
  client: ClientBase,
  tables: ReadonlySet<string>,
): Promise<readonly { readonly name: string; readonly value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT sequencename::text AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL AND EXISTS (
       SELECT FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid
       WHERE d.classid = 'pg_class'::regclass AND d.objid = format('public.%I', sequencename)::regclass
         AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND t.relname = ANY($1)
     ) ORDER BY sequencename COLLATE "C"`,
    [[...tables]],
  );
  return rows;
}
