import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readFile } from "node:fs/promises";
import { createTestStore, type TestStore } from "./test-store.ts";

// Prisma's own comparison needs a binary that npm does not carry, so the schema's text is read here: one model a block,
// one field a line. What it says must be what the migrations made.

const columnShape = z.array(
  z.object({ table: z.string(), column: z.string(), type: z.string(), nullable: z.boolean() }),
);

/** PostgreSQL's name for what the schema's types and `@db` attributes mean. */
const types: Readonly<Record<string, string>> = {
  String: "text",
  Int: "int4",
  "Int @db.SmallInt": "int2",
  "String @db.Char": "bpchar",
  "DateTime @db.Date": "date",
  "DateTime @db.Timestamptz": "timestamptz",
  "Decimal @db.Decimal": "numeric",
  "String[]": "_text",
  Json: "jsonb",
  Boolean: "bool",
};

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
});
afterAll(() => store.close());

async function schemaColumns() {
  const schema = await readFile("prisma/schema.prisma", "utf8");
  const models = [...schema.matchAll(/^model (\w+) \{(.*?)^\}/gms)];
  const enums = new Map(
    [...schema.matchAll(/^enum (\w+) \{.*?@@map\("(\w+)"\).*?^\}/gms)].map(
      ([, name = "", mapped = ""]) => [name, mapped],
    ),
  );
  const names = models.map(([, name]) => name);
  return models.flatMap(([, name = "", body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name;
    return [...body.matchAll(/^ {2}(\w+) +(\w+)(\[\])?(\?)?(.*)$/gm)]
      .filter(([, , type]) => !names.includes(type))
      .map(([, field = "", type = "", list = "", optional, attributes = ""]) => ({
        table,
        column: /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? field,
        type:
          enums.get(type) ??
          types[`${type}${list}${/ @db\.\w+/.exec(attributes)?.[0] ?? ""}`] ??
          `? ${type}`,
        // A list of Prisma's is never null, whatever the column says.
        nullable: optional === "?" && list !== "[]",
      }));
  });
}

test("every column of the schema is in the database, with its type, and the other way round", async () => {
  const inDatabase = columnShape.parse(
    await store.prisma.$queryRaw`
      SELECT table_name AS table, column_name AS column, udt_name AS type,
        is_nullable = 'YES' AND data_type <> 'ARRAY' AS nullable
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
  );
  const sorted = (columns: z.infer<typeof columnShape>) =>
    columns.map((column) => Object.values(column).join(" ")).sort();
  const inSchema = await schemaColumns();
  expect(inSchema.length).toBeGreaterThan(40);
  expect(sorted(inDatabase)).toEqual(
    sorted(
      inSchema.map(({ table, column, type, nullable }) => ({ table, column, type, nullable })),
    ),
  );
});

test("primary keys, unique columns and indexes of the schema are in the database", async () => {
  const indexes = await store.prisma.$queryRaw<{ name: string }[]>`
    SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  expect(indexes.map(({ name }) => name).sort()).toEqual([
    "allowance_changed_at_idx",
    "allowance_pkey",
    "allowance_salt_pkey",
    "area_code_key",
    "area_iso_key",
    "area_pkey",
    "coverage_pkey",
    "observation_pkey",
    "observation_vintage_date_idx",
    "release_pkey",
    "search_word_pkey",
    "series_area_slug_idx",
    "series_key_key",
    "series_pkey",
    "series_release_slug_securities_measure_idx",
    "series_search_words_idx",
    "snapshot_pkey",
    "sync_outcome_pkey",
    "vintage_date_idx",
    "vintage_pkey",
    "violation_pkey",
    "violation_release_slug_vintage_date_idx",
  ]);
});

test("the enums of the schema have the values of the database's", async () => {
  const rows = await store.prisma.$queryRaw<{ name: string; label: string }[]>`
    SELECT t.typname AS name, e.enumlabel AS label FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid ORDER BY 1, e.enumsortorder`;
  const schema = await readFile("prisma/schema.prisma", "utf8");
  const inSchema = [...schema.matchAll(/^enum \w+ \{(.*?)@@map\("(\w+)"\)/gms)].flatMap(
    ([, body = "", name = ""]) =>
      [...body.matchAll(/^ {2}(\w+)(?: +@map\("([\w-]+)"\))?/gm)].map(([, value = "", mapped]) => ({
        name,
        label: mapped ?? value,
      })),
  );
  const sorted = (list: { name: string; label: string }[]) =>
    list.map(({ name, label }) => `${name} ${label}`).sort();
  expect(sorted(rows)).toEqual(sorted(inSchema));
});
