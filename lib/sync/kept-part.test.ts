import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exchange } from "./exchange.ts";
import {
  cutAfter,
  file,
  publish,
  startFaultServer,
  status,
  type FaultServer,
} from "./fault-server.ts";
import { fetchFile } from "./fetch-file.ts";
import { keepPart } from "./kept-part.ts";
import { usualPolicy } from "./retry.ts";

const body = Buffer.from("figures\r\n".repeat(100_000));
const etag = '"v1"';
const modified = "Thu, 18 Jun 2026 20:00:03 GMT";
const whole = publish(body, etag, modified);
const cut = cutAfter(400_000, body, { etag, "last-modified": modified });

let server: FaultServer;
let folder: string;
let stop: AbortController;
beforeEach(async () => {
  server = await startFaultServer();
  folder = await mkdtemp(path.join(os.tmpdir(), "part-"));
  stop = new AbortController();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const address = () => new URL("slt_table1.txt", server.url);
const partFile = () => path.join(folder, "slt1.part");

/** What a process does that asks once, and then is no more. */
async function get({ mostBytes = 1_000_000, url = address() } = {}) {
  const network = {
    exchange,
    clock: { now: () => new Date(0), sleep: () => Promise.resolve() },
    random: () => 0.5,
    signal: stop.signal,
    timeouts: { connect: 1_000, firstByte: 1_000, idle: 1_000 },
    total: 10_000,
    retry: { ...usualPolicy, attempts: 1 },
  };
  const kept = keepPart(folder, "slt1", url);
  const result = await fetchFile(url, null, mostBytes, network, kept);
  return result.kind === "fetched" ? Buffer.from(result.bytes).equals(body) : result.kind;
}

async function cutOnce(): Promise<void> {
  server.answerWith(cut);
  expect(await get()).toBe("failed");
  expect(await readdir(folder)).toEqual(["slt1.part"]);
}

const lastRange = () => server.requests.at(-1)?.headers.range;

test("the next process goes on where a cut download ended, and leaves nothing", async () => {
  await cutOnce();
  server.answerWith(whole);
  expect(await get()).toBe(true);
  expect(server.requests.at(-1)?.headers).toMatchObject({
    range: "bytes=400000-",
    "if-range": etag,
  });
  expect(await readdir(folder)).toEqual([]);
});

test("what has come is on the disk while the rest is still to come", async () => {
  server.answerWith((_, response) => {
    response.writeHead(200, { "content-length": body.length, etag, "last-modified": modified });
    response.write(body.subarray(0, 300_000));
  });
  const getting = get().catch((error: unknown) => error);
  await expect
    .poll(async () => (await readFile(partFile()).catch(() => "")).length)
    .toBeGreaterThan(0);
  stop.abort(new Error("stopped"));
  expect(await getting).toEqual(new Error("stopped"));
  stop = new AbortController();
  server.answerWith(whole);
  expect(await get()).toBe(true);
  expect(lastRange()).toMatch(/^bytes=\d+-$/);
});

test("a publisher that shows another file since sends all of it", async () => {
  await cutOnce();
  server.answerWith(publish(body, '"v2"', modified));
  expect(await get()).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

test("a piece that does not follow, and an answer that is final, leave nothing to go on from", async () => {
  for (const wrong of [status(416), status(404)]) {
    await cutOnce();
    server.answerWith(wrong);
    expect(await get()).toBe("failed");
    expect(await readdir(folder)).toEqual([]);
  }
});

test("a trouble that passes keeps the part", async () => {
  await cutOnce();
  server.answerWith(status(503));
  expect(await get()).toBe("failed");
  server.answerWith(whole);
  expect(await get()).toBe(true);
  expect(lastRange()).toBe("bytes=400000-");
});

test("without a strong ETag, and of a whole file, nothing is left", async () => {
  for (const handler of [cutAfter(400_000, body, { etag: 'W/"v1"' }), cutAfter(400_000, body)]) {
    server.answerWith(handler);
    await get();
    expect(await readdir(folder)).toEqual([]);
  }
  server.answerWith(file(body, { etag }));
  expect(await get()).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

describe("a part is not gone on from", () => {
  const asksForAll = async (options?: Parameters<typeof get>[0]) => {
    server.answerWith(whole);
    await get(options);
    expect(lastRange()).toBeUndefined();
  };

  test("when it is damaged, or no part at all", async () => {
    await cutOnce();
    const kept = await readFile(partFile());
    for (const damaged of [
      kept.subarray(0, -1),
      kept.with(kept.length - 1, 0),
      Buffer.from("{}\nfigures"),
      Buffer.from("no line"),
      Buffer.alloc(0),
    ]) {
      await writeFile(partFile(), damaged);
      await asksForAll();
    }
  });

  test("when it is of another address", async () => {
    await cutOnce();
    await asksForAll({ url: new URL("elsewhere.txt", server.url) });
  });

  test("when it is larger than a file may be", async () => {
    await cutOnce();
    await asksForAll({ mostBytes: 400_000 });
  });
});

test("what a process that was killed while writing left behind is taken away", async () => {
  await writeFile(`${partFile()}.0123456789ab.tmp`, "half");
  server.answerWith(whole);
  expect(await get()).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});
