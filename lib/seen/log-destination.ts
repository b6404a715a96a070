import { pino, type DestinationStream } from "pino";
import { readableLine } from "./readable-line.ts";

/** Lines wait for so many bytes, or so long (milliseconds): a call of the system for each would cost more than what it tells of. */
const [batch, flushEach] = [4096, 250];

/**
 * Where the log goes: JSON to standard output when a server writes it for programs, and lines for people to standard error in a
 * terminal, in development, in a build and in tests.
 */
export function logDestination(): DestinationStream {
  const isServer = process.env.NODE_ENV === "production" && process.env["NEXT_PHASE"] === undefined;
  if (isServer && !process.stdout.isTTY)
    return pino.destination({ dest: 1, sync: false, minLength: batch, periodicFlush: flushEach });
  return { write: (line) => void process.stderr.write(readableLine(line)) };
}
