import type { ClientBase, Pool } from "pg";

/**
 * Whether a role could change the store, unless named who is signed in: any table but those of allowances, or what tables there
 * are. A web process should not be able to. Rejects where the store cannot be asked, or holds no tables.
 */
export async function mayChangeStore(pool: Pool | ClientBase, role?: string): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean }>(
    `SELECT bool_or(has_any_column_privilege(who, c.oid, 'INSERT, UPDATE')
        OR has_table_privilege(who, c.oid, 'DELETE, TRUNCATE, TRIGGER')
        OR has_schema_privilege(who, relnamespace, 'CREATE')) AS may
     FROM pg_class c, (SELECT coalesce($1::name, current_user) AS who) AS asked
     WHERE relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'observation'::regclass)
       AND relkind IN ('r', 'p') AND relname NOT IN ('allowance', 'allowance_salt')`,
    [role ?? null],
  );
  return rows[0]?.may === true;
}
