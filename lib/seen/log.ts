import { pino, type DestinationStream, type Logger } from "pino";
import { errorFields } from "./error-fields.ts";
import type { LogLevel } from "./log-level.ts";
import { requestScope } from "./request-scope.ts";

/** Where the server says what it does: a line of JSON each. */
export type Log = Pick<Logger, "fatal" | "error" | "warn" | "info" | "debug" | "flush">;

/**
 * A log that writes to `destination`. Each line has a time in UTC, a level in words, the process, and the request that it was
 * written for; an error under `err` comes with its stack and causes. Nothing that tells who asked, or what they typed, is to be
 * handed to it.
 */
export function makeLog(level: LogLevel, destination: DestinationStream): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: timeField,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorFields },
      mixin: () => {
        const scope = requestScope();
        return scope === undefined ? {} : { request: scope.id };
      },
    },
    destination,
  );
}

/** Many lines are written in one millisecond: its text is made once. */
let [last, lastField] = [Number.NaN, ""];

function timeField(): string {
  const now = Date.now();
  if (now !== last) [last, lastField] = [now, `,"time":"${new Date(now).toISOString()}"`];
  return lastField;
}
