import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashOf } from "#lib/sources/seed";
import { readFetchState, writeFetchState } from "./fetch-state.ts";
import { keepSnapshot, readSnapshot, snapshotFile } from "./snapshots.ts";
import { writeAtomically } from "./write-atomically.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "snapshots-"));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = Buffer.from("figures");
const sha256 = hashOf(bytes);

describe("kept bytes", () => {
  test("are named by their hash, and nothing else is left behind", async () => {
    expect(await keepSnapshot(folder, bytes)).toBe(sha256);
    expect(await keepSnapshot(folder, bytes)).toBe(sha256);
    expect(await readdir(folder)).toEqual([sha256]);
    expect(Buffer.from((await readSnapshot(folder, sha256)) ?? []).toString()).toBe("figures");
  });

  test("that were damaged are not taken for what they were, and are kept anew", async () => {
    await keepSnapshot(folder, bytes);
    await writeFile(snapshotFile(folder, sha256), "figurez");
    expect(await readSnapshot(folder, sha256)).toBeNull();
    await keepSnapshot(folder, bytes);
    expect(await readSnapshot(folder, sha256)).not.toBeNull();
  });

  test("that are not there are null", async () => {
    expect(await readSnapshot(folder, sha256)).toBeNull();
  });
});

describe("the state", () => {
  const files = {
    "https://example.org/t.txt": {
      sha256,
      fetchedAt: "2026-06-18T20:00:00.000Z",
      fields: { etag: '"v1"' },
    },
  };

  test("is read as it was written, and is empty before", async () => {
    expect(await readFetchState(folder)).toEqual({ ok: true, value: {} });
    await writeFetchState(folder, files);
    expect(await readFetchState(folder)).toEqual({ ok: true, value: files });
  });

  test.each(["", "{", "[]", '{"form":2,"files":{}}', '{"form":1,"files":{"x":{}}}', "\0\0\0"])(
    "that reads %j is called damaged",
    async (text) => {
      await writeFile(path.join(folder, "state.json"), text);
      expect(await readFetchState(folder)).toMatchObject({
        ok: false,
        problems: [{ kind: "damaged-state" }],
      });
    },
  );
});

test("a write that fails leaves what was there, and no rubbish", async () => {
  const file = path.join(folder, "state.json");
  await writeAtomically(file, "before");
  // A folder cannot be replaced by a file, so the rename fails after everything has been written.
  await expect(writeAtomically(folder, "after")).rejects.toThrow();
  expect(await readFile(file, "utf8")).toBe("before");
  expect(await readdir(folder)).toEqual(["state.json"]);
  const beside = await readdir(path.dirname(folder));
  expect(beside.filter((name) => name.startsWith(`${path.basename(folder)}.`))).toEqual([]);
});
