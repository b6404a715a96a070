import { expect, test } from "vitest";
import { z } from "zod";
import { readLogLevel } from "./log-level.ts";
import { makeLog } from "./log.ts";
import { readableLine } from "./readable-line.ts";
import { inRequest } from "./request-scope.ts";

function listen(level: "info" | "debug" = "info") {
  const lines: string[] = [];
  const log = makeLog(level, { write: (line) => void lines.push(line) });
  const fields = () => lines.map((line) => z.looseObject({}).parse(JSON.parse(line)));
  return { log, lines, fields };
}

test("a line is JSON with a time in UTC, a level in words and the process", () => {
  const { log, fields } = listen();
  log.info({ status: 200 }, "answered");
  const [{ time, ...others } = {}, ...more] = fields();
  expect(others).toEqual({ level: "info", msg: "answered", status: 200, pid: process.pid });
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(more).toEqual([]);
});

test("what is written for a request bears its id, however late", async () => {
  const { log, fields } = listen();
  await inRequest({ id: "a-request", outages: 0 }, async () => {
    await Promise.resolve();
    log.warn("late");
  });
  log.warn("of none");
  expect(fields()).toMatchObject([{ request: "a-request" }, {}]);
  expect(fields()[1]).not.toHaveProperty("request");
});

test("an error comes with its stack and causes, and with nothing that a driver has hung on it", () => {
  const { log, lines, fields } = listen();
  const cause = Object.assign(new Error("relation is missing"), {
    ...{ code: "42P01", parameters: ["what a reader typed"], query: "SELECT secret" },
  });
  log.error({ err: new Error("no figures", { cause }) }, "failed");
  expect(fields()).toMatchObject([
    {
      err: {
        ...{ type: "Error", message: "no figures" },
        cause: { message: "relation is missing", code: "42P01" },
      },
    },
  ]);
  expect(lines[0]).toContain("log.test.ts");
  expect(lines[0]).not.toMatch(/reader typed|secret/);
});

test("an error that is its own cause is written all the same", () => {
  const { log, lines } = listen();
  const error = new Error("round");
  error.cause = error;
  log.error({ err: error }, "failed");
  expect(lines).toHaveLength(1);
});

test("LOG_LEVEL decides what is written, and one that is none is told", () => {
  const { log, lines } = listen();
  log.debug("nothing");
  expect(lines).toEqual([]);
  expect(readLogLevel(undefined)).toEqual({ level: "info", trouble: null });
  expect(readLogLevel(" Debug ")).toEqual({ level: "debug", trouble: null });
  const loud = readLogLevel("loud");
  expect(loud.level).toBe("info");
  expect(loud.trouble).toContain("LOG_LEVEL");
});

test("for a person a line is a line", () => {
  const line = (fields: object) =>
    readableLine(JSON.stringify({ time: "2026-11-23T14:03:07.123Z", pid: 1, ...fields }));
  expect(line({ level: "warn", msg: "The desk cannot be made" })).toBe(
    "14:03:07 warn  The desk cannot be made\n",
  );
  const asked = { msg: "answered", method: "GET", path: "/about", status: 200, ms: 1.2 };
  expect(line({ level: "info", ...asked, page: "kept" })).toBe(
    "14:03:07 info  answered 200 GET /about 1.2 (page=kept)\n",
  );
  expect(line({ level: "error", msg: "failed", err: { stack: "Error: no\n  at a" } })).toBe(
    "14:03:07 error failed\nError: no\n  at a\n",
  );
  expect(readableLine("not ours\n")).toBe("not ours\n");
});
