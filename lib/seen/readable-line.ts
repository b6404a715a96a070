import { z } from "zod";

const lineShape = z.looseObject({
  time: z.string(),
  level: z.string(),
  msg: z.string().default(""),
  err: z.object({ stack: z.string() }).optional(),
});

/** What a person at a terminal knows without being told. */
const known = new Set(["time", "level", "msg", "err", "pid", "ms", "status", "method", "path"]);

/**
 * A line of the log for a person: `14:03:07 warn  A chart's figures cannot be read: timeout (request=…)`, with the stack of an
 * error below it. What is no line of ours stays as it is.
 */
export function readableLine(json: string): string {
  const read = lineShape.safeParse(parsed(json));
  if (!read.success) return json;
  const { time, level, msg, err } = read.data;
  const asked = ["status", "method", "path", "ms"].flatMap((name) => asText(read.data[name]));
  const rest = Object.entries(read.data).flatMap(([name, value]) =>
    known.has(name) ? [] : asText(value).map((text) => `${name}=${text}`),
  );
  const said = [msg, ...asked, ...(rest.length > 0 ? [`(${rest.join(" ")})`] : [])].join(" ");
  return `${time.slice(11, 19)} ${level.padEnd(5)} ${said}\n${err ? `${err.stack}\n` : ""}`;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function asText(value: unknown): string[] {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? [String(value)]
    : [];
}
