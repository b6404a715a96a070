import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashOf } from "#lib/sources/seed";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { listSyncOutcomes } from "#lib/store/sync-outcomes";
import { listVintages } from "#lib/store/vintage-rows";
import { file, publish } from "#lib/sync/fault-server";
import {
  bytesOf,
  madeTable3,
  onJuly14,
  onJune18,
  startSyncTrial,
  type SyncTrial,
} from "./sync-trial.ts";

const june = bytesOf(madeTable3(4, 1));
const july = bytesOf(madeTable3(5, 2));
const sha256 = hashOf(june);
const juneRelease = publish(june, '"v1"', onJune18);

let store: TestStore;
let trial: SyncTrial;
beforeEach(async () => {
  store = await createTestStore();
  trial = await startSyncTrial(store);
});
afterEach(async () => {
  await trial.close();
  await store.close();
});

async function readKept(name: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(trial.folder, name), "utf8"));
}

test("a release is fetched, kept and loaded; a second run changes nothing", async () => {
  trial.server.answerWith(juneRelease);
  const first = await trial.sync();
  expect(first).toMatchObject({ status: 0, err: "" });
  expect(first.out).toMatch(/^slt3 {2}new vintage of 2026-06-18 \([\d,]+ bytes, SHA-256 /);
  expect(first.out).toMatch(/(\d+) observations appended: \1 new.*\n1 loaded\.\n$/);
  expect(await trial.vintages()).toEqual([`2026-06-18 ${sha256}`]);
  expect((await listVintages(store, "slt3"))[0]?.snapshot.retrieved).toBe("2026-07-14");
  expect(await trial.kept()).toEqual([sha256, `${sha256}.json`, "state.json"].sort());
  expect(hashOf(await readFile(path.join(trial.folder, sha256)))).toBe(sha256);
  expect(await readKept(`${sha256}.json`)).toMatchObject({
    url: new URL("slt_table3.txt", trial.server.url).href,
    fetchedAt: "2026-07-14T20:01:00.000Z",
    fields: { etag: '"v1"', "last-modified": onJune18 },
    outcome: "loaded",
    vintage: "2026-06-18",
  });

  const second = await trial.sync();
  const goodAt = trial.now;
  expect(await listSyncOutcomes(store)).toEqual([
    { release: "slt3", at: goodAt, outcome: "held", vintage: "2026-06-18", goodAt, reason: null },
  ]);
  expect(second.out).toBe(
    "slt3  the vintage of 2026-06-18 is held (not modified since)\n1 held already.\n",
  );
  expect(trial.server.requests[1]?.headers["if-none-match"]).toBe('"v1"');
  expect(await trial.vintages()).toHaveLength(1);
});

test("the same bytes under a new ETag and date are the vintage that is held; other ones are the next", async () => {
  trial.server.answerWith(juneRelease);
  await trial.sync();
  trial.server.answerWith(publish(june, '"v2"', "Mon, 29 Jun 2026 08:00:00 GMT"));
  expect((await trial.sync()).out).toContain("2026-06-18 is held (the same file)");
  trial.server.answerWith(publish(july, '"v3"', onJuly14));
  expect((await trial.sync("--json")).out).toContain('"vintage": "2026-07-14"');
  expect(await trial.vintages()).toEqual([`2026-06-18 ${sha256}`, `2026-07-14 ${hashOf(july)}`]);
});

test("a publisher that still shows an old file is told of", async () => {
  trial.server.answerWith(juneRelease);
  await trial.sync();
  trial.now = new Date("2026-07-15T03:59:00Z");
  expect((await trial.sync()).out).not.toContain("since\n");
  trial.now = new Date("2026-07-15T04:00:00Z");
  expect((await trial.sync()).out).toContain(
    "; the calendar has had a release on 2026-07-14 since\n",
  );
});

test("for programs there is JSON", async () => {
  trial.server.answerWith(juneRelease);
  const report: unknown = JSON.parse((await trial.sync("--json")).out);
  expect(report).toMatchObject({
    results: [{ release: "slt3", outcome: "loaded", vintage: "2026-06-18", problems: [] }],
    notices: [],
  });
});

test("other figures for a day that is held are refused, though their ETag is that of the first", async () => {
  trial.server.answerWith(juneRelease);
  await trial.sync();
  const others = bytesOf(madeTable3(4, 9));
  trial.server.answerWith(file(others, { etag: '"v1"', "last-modified": onJune18 }));
  const { status, out } = await trial.sync();
  expect(status).toBe(1);
  expect(out).toContain("load-refused: the vintage of 2026-06-18 of slt3 is already held");
  const [told] = await listSyncOutcomes(store);
  expect(told).toMatchObject({ outcome: "refused", goodAt: trial.now });
  expect(told?.reason).toContain("is already held");
  expect(await trial.vintages()).toHaveLength(1);
});

test("a file of more than twice the largest known is not read to its end", async () => {
  trial.server.answerWith(juneRelease);
  await trial.sync();
  const twice = 2 * june.length;
  trial.server.answerWith(file(Buffer.alloc(twice + 1, "x"), { "last-modified": onJuly14 }));
  const { status, out } = await trial.sync();
  expect(status).toBe(1);
  expect(out).toContain(`Expected at most ${twice} bytes, found ${twice + 1} announced`);
  expect(out).toContain("1 not received.");
});

test("a damaged state, and kept bytes that are damaged, are told or mended and fetched anew", async () => {
  trial.server.answerWith(juneRelease);
  await trial.sync();
  await writeFile(path.join(trial.folder, "state.json"), '{"form":1,');
  const { status, out } = await trial.sync();
  expect(out).toContain("damaged-state");
  expect(out).toContain("held (the same file)");
  expect(status).toBe(0);
  expect((await trial.sync()).out).not.toContain("damaged-state");
  await writeFile(path.join(trial.folder, sha256), "damaged");
  expect((await trial.sync()).out).toContain("held (the same file)");
  expect(await readFile(path.join(trial.folder, sha256))).toEqual(june);
});

test("what was kept and could not be loaded is loaded when it can be, and not fetched again", async () => {
  trial.server.answerWith(juneRelease);
  trial.now = new Date("2026-06-18T03:00:00Z");
  expect((await trial.sync()).out).toContain("Expected a file modified by today");
  trial.now = new Date("2026-06-18T20:05:00Z");
  expect((await trial.sync()).out).toContain("new vintage of 2026-06-18");
  expect(trial.server.requests[1]?.headers["if-none-match"]).toBe('"v1"');
});

test("one process at a time asks the publisher", async () => {
  const other = new Client({ connectionString: store.databaseUrl });
  await other.connect();
  await other.query("SELECT pg_advisory_lock(hashtext('tickmark.sync'))");
  trial.server.answerWith(juneRelease);
  const { status, err } = await trial.sync();
  expect(status).toBe(1);
  expect(err).toContain("Another tickmark sync is at work");
  expect(trial.server.requests).toEqual([]);
  await other.end();
  await expect.poll(async () => (await trial.sync()).status).toBe(0);
});

describe("a process of its own", () => {
  /** Runs the command as a shell would, on this test's store and publisher, and stops it in the middle of a download, after `meanwhile`. */
  async function startAndStop(
    signal: "SIGTERM" | "SIGKILL",
    meanwhile: () => Promise<void> = () => Promise.resolve(),
  ) {
    const asked = new Promise<void>((resolve) =>
      trial.server.answerWith((_, response) => {
        const fields = { "content-length": june.length, etag: '"v1"', "last-modified": onJune18 };
        response.writeHead(200, fields);
        response.write(june.subarray(0, 5_000), () => resolve());
      }),
    );
    const script = `
      const { runTickmark } = await import("./lib/cli/tickmark.ts");
      const print = (text) => process.stdout.write(text);
      process.exit(await runTickmark(${JSON.stringify(["sync", ...trial.usual])}, {
        databaseUrl: ${JSON.stringify(store.databaseUrl)}, print, printError: print,
      }));`;
    const flags = ["--import", "tsx", "--input-type=module", "-e", script];
    const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (text: Buffer) => (said += text.toString()));
    const ended = once(child, "close");
    await asked;
    await expect.poll(() => trial.kept(), { timeout: 20_000 }).toContain("slt3.part");
    await meanwhile();
    child.kill(signal);
    await ended;
    return { code: child.exitCode, signal: child.signalCode, said };
  }

  test("ends in order when it is asked to", async () => {
    expect(await startAndStop("SIGTERM")).toEqual({
      code: 1,
      signal: null,
      said: "Stopped by SIGTERM. Nothing is half done.\n",
    });
  });

  test("keeps a second one from asking the publisher too, until it has ended", async () => {
    await startAndStop("SIGTERM", async () => {
      const { status, err } = await trial.sync();
      expect(status).toBe(1);
      expect(err).toContain("Another tickmark sync is at work");
      expect(trial.server.requests).toHaveLength(1);
    });
    trial.server.answerWith(juneRelease);
    expect((await trial.sync()).status).toBe(0);
    expect(await trial.vintages()).toEqual([`2026-06-18 ${sha256}`]);
  });

  test("that is killed leaves no lock and nothing half done: the next one goes on and loads", async () => {
    expect(await startAndStop("SIGKILL")).toMatchObject({ signal: "SIGKILL" });
    expect(await trial.kept()).toEqual(["slt3.part"]);
    trial.server.answerWith(juneRelease);
    await expect.poll(async () => (await trial.sync()).status, { timeout: 5_000 }).toBe(0);
    expect(trial.server.requests.find(({ headers }) => headers.range)?.headers).toMatchObject({
      range: "bytes=5000-",
      "if-range": '"v1"',
    });
    expect(await trial.vintages()).toEqual([`2026-06-18 ${sha256}`]);
    expect(await trial.kept()).not.toContain("slt3.part");
  });
});
