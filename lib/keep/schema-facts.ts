import type { ClientBase } from "pg";
import type { Migration } from "#lib/store/migrate";
import { madeBy } from "./made-by.ts";

/**
 * What the tables of a store are, a line each: columns, constraints, indexes, triggers and whether they are in force, functions,
 * types. In order; two stores with the same lines take and refuse the same rows. What these migrations do not make is not looked
 * at: whoever made it keeps it.
 */
export async function listSchemaFacts(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ fact: string }>(
    `
    WITH ours AS (
      SELECT c.* FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
        AND c.relname = ANY($1)
    )
    SELECT concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        (SELECT collname FROM pg_collation l WHERE l.oid = a.attcollation), CASE WHEN a.attnotnull THEN 'NOT NULL' END,
        pg_get_expr(d.adbin, d.adrelid)) AS fact
      FROM ours c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    UNION ALL SELECT concat_ws(' ', 'constraint', c.relname, k.conname, pg_get_constraintdef(k.oid))
      FROM ours c JOIN pg_constraint k ON k.conrelid = c.oid
    UNION ALL SELECT concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid)) FROM ours c JOIN pg_index i ON i.indrelid = c.oid
    UNION ALL SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid), t.tgenabled)
      FROM ours c JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
    UNION ALL SELECT concat_ws(' ', 'function', pg_get_functiondef(p.oid)) FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p') AND p.proname = ANY($1)
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL SELECT concat_ws(' ', 'type', t.typname, e.enumsortorder, e.enumlabel)
      FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = 'public'::regnamespace
      AND t.typname = ANY($1)`,
    [[...madeBy(migrations)]],
  );
  return rows.map(({ fact }) => fact).sort();
}

/** The lines that only one of two stores has, at most `most`, with a sign in front: `-` is missing, `+` is too much. */
export function differBetween(
  expected: readonly string[],
  found: readonly string[],
  most = 5,
): readonly string[] {
  const [wanted, had] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((fact) => !had.has(fact)).map((fact) => `- ${fact}`),
    ...found.filter((fact) => !wanted.has(fact)).map((fact) => `+ ${fact}`),
  ].slice(0, most);
}
