import "server-only";
import { storeHolding, type Holding } from "#lib/site/holds";
import { createReader } from "#lib/store/reader";
import { openStore, type Store } from "#lib/store/store";
import { askAgain } from "./kept-question.ts";
import { ReadPlace, type Place } from "./read-place.ts";
import { reportOutage } from "./report-outage.ts";
import { seenStore } from "./seen-store.ts";

/** The connections of one place. */
interface Opened {
  readonly store: Store;
  /** The same store over a connection of its own: what it holds is asked every second, and waits behind no page. */
  readonly watched: Store;
}

interface Reading {
  readonly opened: Partial<Record<Place, Opened>>;
  /** Null where there is one place only. */
  readonly place: ReadPlace | null;
  readonly store: Store;
}

declare global {
  /** One pool a process: Next loads this module once for pages and once for actions, and reloads it in development. */
  var tickmarkReading: Reading | undefined;
}

/** The open store, wherever it is read just now: who keeps it goes along. */
export function store(): Store {
  return reading().store;
}

/** The figures of the store. */
export function reader() {
  return createReader(store());
}

/** Where the store is read just now. */
export function readPlace(): Place {
  return reading().place?.current ?? "primary";
}

/** Whether there is more than one place to read. */
export function hasReplica(): boolean {
  return reading().place !== null;
}

/** What the store holds that is read from now on. Rejects when it cannot be asked. */
export function askHolding(): Promise<Holding> {
  const { place } = reading();
  return place ? place.ask() : holdingOf("primary");
}

/** Tells what a replica must have soon: what the primary has by now. */
export async function expectOfReplica(): Promise<void> {
  const { place } = reading();
  place?.expect(await holdingOf("primary"));
}

function reading(): Reading {
  return (globalThis.tickmarkReading ??= startReading());
}

function startReading(): Reading {
  const opened: Reading["opened"] = {};
  const place = process.env["READ_DATABASE_URL"]
    ? new ReadPlace({ ask: holdingOf, moved: reportMove, now: () => performance.now() })
    : null;
  const here = () => openedAt(place?.current ?? "primary").store;
  const store: Store = {
    get prisma() {
      return here().prisma;
    },
    get pool() {
      return here().pool;
    },
    close: async () => {
      for (const each of Object.values(opened))
        await Promise.all([each.store.close(), each.watched.close()]);
    },
  };
  return { opened, place, store };
}

function holdingOf(place: Place): Promise<Holding> {
  return storeHolding(openedAt(place).watched);
}

function openedAt(place: Place): Opened {
  return (reading().opened[place] ??= open(place));
}

function open(place: Place): Opened {
  const databaseUrl = process.env[place === "replica" ? "READ_DATABASE_URL" : "DATABASE_URL"];
  if (!databaseUrl) throw new Error("DATABASE_URL is not set: start the site with npm start");
  // Where all processes come to the primary in the place of their replicas, each brings little.
  const connections = place === "primary" && process.env["READ_DATABASE_URL"] ? 3 : 5;
  // A place that went away is noticed here, sooner than by the next question.
  const limits = { queryTimeout: 15_000, lost: askAgain };
  return {
    store: seenStore(openStore(databaseUrl, connections, limits), place),
    watched: seenStore(openStore(databaseUrl, 1, limits), `${place} watched`),
  };
}

function reportMove(to: Place, why: string): void {
  const what = to === "primary" ? "The replica is not read" : "The replica is read again";
  reportOutage(what, new Error(why));
}
