import "server-only";
import { createReader } from "#lib/store/reader";
import { openStore, type Store } from "#lib/store/store";

declare global {
  /** One pool a process: Next loads this module once for pages and once for actions, and reloads it in development. */
  var tickmarkStore: Store | undefined;
  var tickmarkWatchedStore: Store | undefined;
}

/** The open store. */
export function store(): Store {
  return (globalThis.tickmarkStore ??= open(5));
}

/** The same store over a connection of its own: what it holds is asked every second, and waits behind no page. */
export function watchedStore(): Store {
  return (globalThis.tickmarkWatchedStore ??= open(1));
}

function open(connections: number): Store {
  const databaseUrl = process.env["DATABASE_URL"];
  if (!databaseUrl) throw new Error("DATABASE_URL is not set: start the site with npm start");
  return openStore(databaseUrl, connections, { queryTimeout: 15_000 });
}

/** The figures of the store. */
export function reader() {
  return createReader(store());
}
