import "server-only";
import { createReader } from "#lib/store/reader";
import { openStore, type Store } from "#lib/store/store";

declare global {
  /** One pool a process: Next loads this module once for pages and once for actions, and reloads it in development. */
  var tickmarkStore: Store | undefined;
}

/** The open store. */
export function store(): Store {
  const databaseUrl = process.env["DATABASE_URL"];
  if (!databaseUrl) throw new Error("DATABASE_URL is not set: start the site with npm start");
  return (globalThis.tickmarkStore ??= openStore(databaseUrl, 5, { queryTimeout: 15_000 }));
}

/** The figures of the store. */
export function reader() {
  return createReader(store());
}
