import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setImmediate as nextTurn, setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import type { ContentState } from "./content-state.ts";
import { findAgain } from "./findings.ts";

test("while many articles are looked at others have their turn", async () => {
  const looked: string[] = [];
  const subjects = ["one", "two", "three"].map((of) => ({
    of,
    ...{ mark: () => "m", stamp: () => "s" },
    look: () => {
      looked.push(of);
      return Promise.resolve(`${of} found`);
    },
  }));
  const looking = findAgain("content", subjects, null);
  while (looked.length === 0) await nextTurn();
  expect(looked).not.toContain("three");
  const { found, unchanged } = await looking;
  expect(found.map((one) => one.found)).toEqual(["one found", "two found", "three found"]);
  expect([new Set(found.map(({ name }) => name)).size, unchanged]).toEqual([3, 0]);
});

test("what was written to while it was looked at is not kept, though it be as before", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "content-"));
  const fileOf = (slug: string) => path.join(folder, "articles", slug, "index.mdx");
  for (const slug of ["undone", "quiet"]) {
    await mkdir(path.dirname(fileOf(slug)), { recursive: true });
    await writeFile(fileOf(slug), "good");
  }
  const written: string[] = [];
  const kept = {
    basis: "b",
    stands: () => Promise.resolve(true),
    read: () => Promise.resolve(null),
    write: (of: string) => Promise.resolve(void written.push(of)),
  };
  const subjects = ["undone", "quiet"].map((of) => ({
    of,
    mark: ({ articles }: ContentState) => articles.get(of)?.mark ?? "",
    stamp: ({ articles }: ContentState) => articles.get(of)?.stamp ?? "",
    look: async () => {
      // Longer than the clock of files takes for a step.
      await setTimeout(20);
      for (const text of ["bad", "good"]) await writeFile(fileOf("undone"), text);
      return "found";
    },
  }));
  await findAgain(folder, subjects, kept);
  await rm(folder, { recursive: true });
  expect(written).toEqual(["quiet"]);
});
