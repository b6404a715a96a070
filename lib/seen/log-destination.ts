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
  if (isServer && !process.stdout.isTTY) return inBatches();
  return { write: (line) => void process.stderr.write(readableLine(line)) };
}

/** Text would be put together anew with each line that is added to it; bytes are put together when they are written. */
function inBatches(): DestinationStream {
  const wanted = { sync: false, minLength: batch, periodicFlush: flushEach };
  const file = pino.destination({ dest: 1, contentMode: "buffer", ...wanted });
  const destination = {
    write: bytesTo(file),
    flush: (done?: (error?: Error) => unknown) => file.flush(done),
    flushSync: () => file.flushSync(),
  };
  return destination;
}

/** As it writes them then, of which its type knows nothing. */
function bytesTo(file: object): (line: string) => void {
  const write: unknown = Reflect.get(file, "write");
  if (typeof write !== "function") throw new TypeError("The log cannot be written");
  return (line) => void Reflect.apply(write, file, [Buffer.from(line)]);
}
