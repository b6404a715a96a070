import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadCalendar } from "./calendar.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "calendar-"));
});
afterEach(() => rm(folder, { recursive: true }));

const entry = (date: string, first: string, last = first) =>
  `- { date: ${date}, first: ${first}, last: ${last}, published: true, note: null }`;

async function load(...lines: string[]) {
  await writeFile(path.join(folder, "calendar.yml"), lines.join("\n"));
  return loadCalendar(folder);
}

/** `line:column kind: message` of each problem. */
async function problemsOf(...lines: string[]): Promise<string[]> {
  const loaded = await load(...lines);
  if (loaded.ok) return [];
  return loaded.problems.map(
    ({ at, kind, message }) => `${at.line}:${at.column} ${kind}: ${message}`,
  );
}

test("the calendar of the project is in order and knows the release of December 2025", () => {
  const loaded = loadCalendar();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  expect(loaded.value).toContainEqual({
    date: "2026-02-18",
    first: "2025-12",
    last: "2025-12",
    note: null,
    published: true,
  });
  expect(loaded.value.find(({ date }) => date === "2025-11-18")).toMatchObject({
    first: "2025-08",
    last: "2025-09",
    note: "Released late, two months together",
  });
  expect(loaded.value.at(-1)).toMatchObject({ date: "2026-12-15", published: false });
});

test("two months together are one day", async () => {
  expect(
    await load(entry("2025-11-18", "2025-08", "2025-09"), entry("2025-12-18", "2025-10")),
  ).toMatchObject({ ok: true });
});

test("a day, month or field that is wrong is told with its place", async () => {
  expect(await problemsOf(entry("2026-02-30", "2025-12"))).toEqual([
    '1:11 wrong-shape: 0.date: expected a day such as 2026-06-18; found "2026-02-30"',
  ]);
  expect(await problemsOf(entry("2026-02-18", "2025-Q4"))).toHaveLength(2);
  expect(await problemsOf("[]")).toHaveLength(1);
});

test("a month left out, a month twice and a day out of order are each told", async () => {
  const december = entry("2026-02-18", "2025-12");
  expect(await problemsOf(december, entry("2026-04-15", "2026-02"))).toEqual([
    "2:30 wrong-order: Expected 2026-01, found 2026-02",
  ]);
  expect(await problemsOf(december, entry("2026-02-18", "2026-01"))).toEqual([
    "2:11 wrong-order: Expected a day after 2026-02-18, found 2026-02-18",
  ]);
  expect(await problemsOf(december, entry("2026-03-18", "2025-12"))).toHaveLength(1);
});

test("a release cannot come before its month has ended", async () => {
  expect(await problemsOf(entry("2025-12-31", "2025-12"))).toEqual([
    "1:11 wrong-order: Expected a day after the end of 2025-12, found 2025-12-31",
  ]);
  expect(await problemsOf(entry("2026-02-18", "2025-12", "2025-11"))).toEqual([
    "1:45 wrong-order: Expected 2025-12 or later, found 2025-11",
  ]);
});

test("no calendar is told", () => {
  expect(loadCalendar(folder)).toMatchObject({ problems: [{ kind: "unreadable-file" }] });
});
