import { makeLog, type Log } from "./log.ts";
import { readLogLevel } from "./log-level.ts";
import { logDestination } from "./log-destination.ts";
import { makeMeters, type Meters } from "./meters.ts";

/** What a process is watched by. */
export interface Seen {
  readonly log: Log;
  readonly meters: Meters;
  /** Work that brings meters up to date before they are read, by name. */
  readonly beforeReading: Map<string, () => Promise<void> | void>;
}

declare global {
  /** The server and what Next has bundled each load this module, and there is one log and one registry. */
  var tickmarkSeen: Seen | undefined;
}

/** The log and the meters of this process, made when first asked for. */
export function seen(): Seen {
  return (globalThis.tickmarkSeen ??= begin());
}

function begin(): Seen {
  const { level, trouble } = readLogLevel(process.env["LOG_LEVEL"]);
  const log = makeLog(level, logDestination());
  if (trouble !== null) log.warn(trouble);
  return { log, meters: makeMeters(), beforeReading: new Map() };
}
