import { bookkeeping, type Migration } from "#lib/store/migrate";

/**
 * What stands in a database that had these migrations, read from their text: a table of somebody else may stand beside it. Names
 * are in quotes or not.
 */
export function madeBy(migrations: readonly Pick<Migration, "sql">[]): ReadonlySet<string> {
  const pattern =
    /\bCREATE (?:OR REPLACE )?(?:UNLOGGED )?(?:TABLE|FUNCTION|TYPE) (?:IF NOT EXISTS )?"?(\w+)"?/g;
  const texts = [bookkeeping, ...migrations.map(({ sql }) => sql)];
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = ""]) => name)));
}

/** The triggers that stand after these migrations, in their order: the table of each, by its name. */
export function triggersOf(
  migrations: readonly Pick<Migration, "sql">[],
): ReadonlyMap<string, string> {
  const triggers = new Map<string, string>();
  const pattern = /\b(CREATE|DROP) TRIGGER (?:IF EXISTS )?"?(\w+)"?(?:[^;]*?) ON "?(\w+)"?/g;
  for (const { sql } of migrations) {
    for (const [, verb, name = "", table = ""] of sql.matchAll(pattern)) {
      if (verb === "CREATE") triggers.set(name, table);
      else triggers.delete(name);
    }
  }
  return triggers;
}
