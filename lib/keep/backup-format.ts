import { z } from "zod";

/** The first lines of pg_dump's plain format, by which programs know it. */
export const firstLines = "--\n-- PostgreSQL database dump\n--\n";

/** What begins the lines that only Tickmark reads; to psql they are comments. */
export const headMark = "-- tickmark-backup ";
export const endMark = "-- tickmark-backup-end ";

/** Stands between the schema and the rows. */
export const dataMark = "-- tickmark-backup-data";

/** The number of the form. Another one is refused. */
export const formVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

/** What a backup says of itself before its rows. */
export const headShape = z.object({
  version: z.int(),
  /** When it was taken, in UTC. */
  taken: z.iso.datetime(),
  /** Of PostgreSQL: "18.4". */
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: sha256 })).min(1),
});

/** What it says after them: by this it is known to be whole. */
export const endShape = z.object({
  /** Of all the text before this line. */
  sha256,
  tables: z.array(z.object({ name: z.string(), rows: count, sha256 })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/) })),
});

export type BackupHead = z.infer<typeof headShape>;
export type BackupEnd = z.infer<typeof endShape>;

/** Rows and hash of one table, as `hashTable` gives them. */
export type TableHash = BackupEnd["tables"][number];

/** The line that begins the rows of a table, as pg_dump writes it. */
export function copyLine(table: string, columns: readonly string[]): string {
  const names = columns.map((name) => `"${name}"`).join(", ");
  return `COPY public."${table}" (${names}) FROM stdin;`;
}

const copyPattern =
  /^COPY public\."([a-z0-9_]+)" \(("[a-z0-9_]+"(?:, "[a-z0-9_]+")*)\) FROM stdin;$/;

/** Table and columns of such a line; null for any other. The names can hold nothing that a statement would mistake. */
export function parseCopyLine(
  line: string,
): { readonly table: string; readonly columns: readonly string[] } | null {
  const [, table, columns] = copyPattern.exec(line) ?? [];
  if (table === undefined || columns === undefined) return null;
  return { table, columns: columns.slice(1, -1).split('", "') };
}
