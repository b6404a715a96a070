import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { lineOf, withField } from "#lib/sources/fixtures/damage";
import { wholeCatalogue } from "#lib/sources/fixtures/small-catalogue";
import { hashOf } from "#lib/sources/seed";
import { madeSltTable } from "#lib/sources/slt/made-slt-table";
import { monthPeriod } from "#lib/series/period";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { file, publish, status, type Handler } from "#lib/sync/fault-server";
import { bytesOf, madeTable3, onJune18, startSyncTrial, type SyncTrial } from "./sync-trial.ts";

// One store for all: whatever comes here leaves it empty.

const june = madeTable3(4, 1);
const dated = { "last-modified": onJune18 };

let store: TestStore;
let trial: SyncTrial;
beforeAll(async () => {
  store = await createTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  trial = await startSyncTrial(store);
});
afterEach(async () => {
  expect(await trial.vintages()).toEqual([]);
  await trial.close();
});

function table2(): Buffer {
  const months = [monthPeriod(2026, 1), monthPeriod(2026, 4)] as const;
  return bytesOf(madeSltTable(wholeCatalogue(), "slt2", ...months, 1));
}

const page = "<!DOCTYPE html><html><title>Site maintenance</title>";
const wrongSum = withField(june, lineOf(june, "Japan"), 4, "999999999");

const refusals: readonly (readonly [string, Handler, string])[] = [
  [
    "an HTML page",
    file(page, dated),
    'html-instead-of-data: Expected a data file, found an HTML page titled "Site maintenance"',
  ],
  ["nothing", file("", dated), "empty-file"],
  ["a file cut short", file(bytesOf(june).subarray(0, 9_000), dated), "cut-file"],
  ["another table", file(table2(), dated), "Expected the file of slt3, found that of slt2"],
  ["figures that do not add up", file(bytesOf(wrongSum), dated), "identity-broken"],
  [
    "a month that was not due",
    file(bytesOf(madeTable3(5, 2)), dated),
    "unexpected-month: Expected 2026-04",
  ],
  ["a file without a date", file(bytesOf(june)), "unknown-release-day"],
  [
    "a file put up between releases",
    file(bytesOf(june), { "last-modified": "Wed, 01 Jul 2026 09:00:00 GMT" }),
    "unknown-release-day",
  ],
];

test.each(refusals)("%s is refused, and kept for a person to look at", async (_, answer, says) => {
  trial.server.answerWith(answer);
  const first = await trial.sync();
  expect(first).toMatchObject({ status: 1, err: "" });
  expect(first.out).toMatch(/^slt3 {2}refused \(/);
  expect(first.out).toContain(says);
  expect(await trial.kept()).toHaveLength(3);
  expect(trial.server.requests).toHaveLength(1);
});

test("what was refused is looked at again, and not fetched again when it is not modified", async () => {
  trial.server.answerWith(publish(Buffer.from(page), '"v1"', onJune18));
  const first = await trial.sync();
  expect(await trial.sync()).toEqual(first);
  expect(trial.server.requests[1]?.headers["if-none-match"]).toBe('"v1"');
});

test("the command for loading by hand what cannot be dated is given", async () => {
  trial.server.answerWith(file(bytesOf(june)));
  const place = path.relative(process.cwd(), path.join(trial.folder, hashOf(bytesOf(june))));
  const { out } = await trial.sync();
  expect(out).toContain(`npx tickmark ingest ${place} --released YYYY-MM-DD`);
});

test("a file that does not come is told, and nothing is kept", async () => {
  trial.server.answerWith(status(404));
  const { status: code, out } = await trial.sync();
  expect(code).toBe(1);
  expect(out).toContain("not-found: Expected the file, found the answer 404");
  expect(out).toMatch(/\n1 not received\.\n$/);
  expect(await trial.kept()).toEqual([]);
});

test("a dry run checks and writes nothing", async () => {
  trial.server.answerWith(publish(bytesOf(june), '"v1"', onJune18));
  const { out, status: code } = await trial.sync("--dry-run");
  expect(out).toContain("would be the vintage of 2026-06-18");
  expect(code).toBe(0);
  expect(await trial.kept()).toEqual([]);
});

test("wrong calls are told", async () => {
  const unknown = await trial.sync("--release", "s1");
  expect(unknown).toMatchObject({ status: 2, out: "" });
  expect(unknown.err).toContain('slt1, slt2, slt3, slt5, mfh), found "s1"');
  await expect(trial.sync("--base-url", "ftp://example.gov")).rejects.toThrow("https://");
});

test("a stop in the middle of a download leaves nothing half done", async () => {
  trial.server.answerWith((_, response) => {
    response.writeHead(200, { "content-length": 100_000 });
    response.write("country", () => trial.stop.abort(new Error("Stopped by SIGTERM")));
  });
  const stopped = { status: 1, out: "", err: "Stopped by SIGTERM. Nothing is half done.\n" };
  expect(await trial.sync()).toEqual(stopped);
  expect(await trial.sync("--watch")).toMatchObject({ status: 0 });
  expect(await trial.kept()).toEqual([]);
});
