import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { TableHash } from "./backup-format.ts";
import { copyOut, type StoredTable } from "./stored-tables.ts";

/** What a statement `COPY ... TO STDOUT` sends, piece by piece. A piece may end within a row. */
export async function* streamOut(client: ClientBase, statement: string): AsyncGenerator<Buffer> {
  for await (const piece of client.query(copyTo(statement))) {
    if (!Buffer.isBuffer(piece)) throw new Error("COPY sent something else than bytes");
    yield piece;
  }
}

/** Counts and hashes the rows of a table as they go by. In the text format of COPY a line break ends a row and nothing else. */
export class RowsGoingBy {
  readonly #hash = createHash("sha256");
  #rows = 0;

  pass(bytes: Buffer): void {
    this.#hash.update(bytes);
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) this.#rows += 1;
  }

  told(name: string): TableHash {
    return { name, rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}

/** Rows and hash of a table: two with the same have the same rows, ids and times of loading included. */
export async function hashTable(client: ClientBase, table: StoredTable): Promise<TableHash> {
  const rows = new RowsGoingBy();
  for await (const piece of streamOut(client, copyOut(table))) rows.pass(piece);
  return rows.told(table.name);
}
