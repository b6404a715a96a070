import type { ClientBase } from "pg";

/** What a database holds, in words; null when it is empty. What an extension brings is nothing. */
export async function whatIsHeld(client: ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname::text AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${notOfExtension("c")}
     ORDER BY c.relname COLLATE "C"`,
  );
  if (rows.length === 0) return null;
  if (!rows.some(({ name }) => name === "vintage")) {
    return `${rows.length} tables that are not Tickmark’s, ${rows[0]?.name} first`;
  }
  const { rows: counted } = await client.query<{ vintages: string; newest: string | null }>(
    "SELECT count(*)::text AS vintages, max(date)::text AS newest FROM vintage",
  );
  const [{ vintages, newest } = { vintages: "0", newest: null }] = counted;
  return `a store of ${vintages} vintages${newest === null ? "" : `, the newest of ${newest}`}`;
}

/**
 * Drops what is in the schema, within the transaction of the caller. The schema stays, with who may use it and what they may do
 * with tables to come.
 */
export async function emptyDatabase(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('DROP %s public.%I CASCADE', CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
       WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, c.relname) AS statement
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${notOfExtension("c")}
     UNION ALL SELECT format('DROP ROUTINE %s CASCADE', p.oid::regprocedure)
     FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND ${notOfExtension("p")}
     UNION ALL SELECT format('DROP TYPE public.%I CASCADE', t.typname)
     FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd') AND ${notOfExtension("t")}`,
  );
  // What went with another is not there any more.
  for (const { statement } of rows) {
    await client.query(statement.replace(/^(DROP (?:[A-Z]+ )+)/, "$1IF EXISTS "));
  }
}

function notOfExtension(alias: string): string {
  return `NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = ${alias}.oid AND d.deptype = 'e')`;
}
