import { writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import type * as ContentStates from "#lib/site/content-state";
import { contentChanges, sharedFiles, type ContentChange } from "./content-changes.ts";

const trouble = vi.hoisted((): { message: string | null } => ({ message: null }));
vi.mock("#lib/site/content-state", async (original) => {
  const real = await original<typeof ContentStates>();
  const contentState: typeof real.contentState = (folder) => {
    if (trouble.message !== null) throw new Error(trouble.message);
    return real.contentState(folder);
  };
  return { ...real, contentState };
});

let told: string[];
let folder: string;
let stop: AbortController;
let changes: ReturnType<typeof contentChanges>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "watched-"));
  for (const name of ["charts", "articles/a", "articles/b"])
    await mkdir(path.join(folder, name), { recursive: true });
  await write("a", "first");
  await write("b", "first");
  told = [];
  stop = new AbortController();
  changes = contentChanges(folder, stop.signal, (reason) => told.push(reason));
  return async () => {
    stop.abort();
    await changes.return(undefined);
    await rm(folder, { recursive: true });
  };
});

function fileOf(slug: string): string {
  return path.join(folder, "articles", slug, "index.mdx");
}

async function write(slug: string, text: string): Promise<void> {
  await writeFile(fileOf(slug), text);
}

/** What the next whole change is of, when `act` is done while somebody waits for it. */
async function during(act: () => Promise<void>): Promise<readonly string[]> {
  let change = await nextChange(act);
  while (!change.isWhole()) change = await nextChange(() => Promise.resolve());
  return change.changed;
}

async function nextChange(act: () => Promise<void>): Promise<ContentChange> {
  const next = changes.next();
  // The folder is watched a moment after it is asked for.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await act();
  const result = await next;
  if (result.done) throw new Error("it has ended");
  return result.value;
}

test("a save is seen, in place and by another file that is renamed", async () => {
  expect(await during(() => write("a", "second"))).toEqual(["a"]);
  const byRename = async () => {
    await writeFile(`${fileOf("b")}~`, "second");
    await rename(`${fileOf("b")}~`, fileOf("b"));
  };
  expect(await during(byRename)).toEqual(["b"]);
});

test("a file that is emptied before it is written is one change", async () => {
  const inSteps = async () => {
    await write("a", "");
    await new Promise((resolve) => setTimeout(resolve, 40));
    await write("a", "second");
  };
  expect(await during(inSteps)).toEqual(["a"]);
  expect(await during(() => write("b", "second"))).toEqual(["b"]);
});

test("new, deleted and shared files are changes; a file that is saved as it was is none", async () => {
  const begin = async () => {
    await mkdir(path.join(folder, "articles/c"));
    await write("c", "first");
  };
  expect(await during(begin)).toEqual(["c"]);
  await write("a", "first");
  expect(await during(() => rm(path.dirname(fileOf("c")), { recursive: true }))).toEqual(["c"]);
  const chart = () => writeFile(path.join(folder, "charts/x.yml"), "id: x\n");
  expect(await during(chart)).toEqual([sharedFiles]);
});

test("a folder that cannot be read for a while is told of once, and the change is seen behind it", async () => {
  const changed = during(async () => {
    trouble.message = "EIO: i/o error";
    await write("a", "second");
    await vi.waitFor(() => expect(told).toEqual(["EIO: i/o error"]));
    await new Promise((resolve) => setTimeout(resolve, 450));
    trouble.message = null;
  });
  expect(await changed).toEqual(["a"]);
  expect(told).toHaveLength(1);
});

test("what is changed while it is looked at is told as the next change, be it undone", async () => {
  const acts = [
    () => write("a", "all of it"),
    () => write("a", "first"),
    () => Promise.resolve(void (trouble.message = "EIO: i/o error")),
  ];
  for (const act of acts) {
    const half = await nextChange(() => write("a", "half of it"));
    await act();
    expect(half.isWhole()).toBe(false);
    trouble.message = null;
    const whole = await nextChange(() => Promise.resolve());
    expect([whole.changed, whole.isWhole()]).toEqual([["a"], true]);
  }
});

test("while saves keep coming they are told after a second, and it ends when it is stopped", async () => {
  let count = 0;
  const saving = setInterval(() => writeFileSync(fileOf("a"), `save ${(count += 1)}`), 5);
  try {
    const began = performance.now();
    expect(await during(() => Promise.resolve())).toEqual(["a"]);
    expect(performance.now() - began).toBeGreaterThan(900);
    const next = changes.next();
    stop.abort();
    expect((await next).done).toBe(true);
  } finally {
    clearInterval(saving);
  }
});

test("it ends when it is stopped", async () => {
  const next = changes.next();
  stop.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});
