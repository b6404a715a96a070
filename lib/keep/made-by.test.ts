import path from "node:path";
import { expect, test } from "vitest";
import { readMigrations } from "#lib/store/migrate";
import { madeBy, triggersOf } from "./made-by.ts";

test("tables, functions and types that migrations make are told by their text", async () => {
  const made = madeBy(await readMigrations(path.resolve("prisma/migrations")));
  for (const name of ["_prisma_migrations", "observation", "allowance", "tell_change", "area_kind"])
    expect(made).toContain(name);
  expect(made).not.toContain("observation_has_series");
});

test("triggers are told with their tables, and one that was dropped is not there", async () => {
  const migrations = await readMigrations(path.resolve("prisma/migrations"));
  const all = triggersOf(migrations);
  expect(all.get("observation_is_append_only")).toBe("observation");
  expect(all.get("observation_has_series")).toBe("observation");
  expect(all.get("series_keeps_its_key")).toBe("series");
  const later = triggersOf([...migrations, { sql: 'DROP TRIGGER "series_is_told" ON "series";' }]);
  expect([...all.keys()].filter((name) => !later.has(name))).toEqual(["series_is_told"]);
});
