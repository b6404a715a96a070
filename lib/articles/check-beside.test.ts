import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { formatProblem } from "#lib/series/problem";
import { checkBeside } from "./check-beside.ts";

test("a picture beside an article is told with what to do instead, and notes may lie there", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "beside-"));
  for (const name of ["index.mdx", "claims.lock", "notes.txt", ".hidden.png", "Harbor.JPG"]) {
    await writeFile(path.join(folder, name), "");
  }
  const problems = await checkBeside({ file: path.join(folder, "index.mdx") });
  expect(problems.map(formatProblem)).toEqual([
    expect.stringMatching(
      /Harbor\.JPG:1:1 picture: Harbor\.JPG lies beside[^]*fix: delete it; draw/u,
    ),
  ]);
  await rm(folder, { recursive: true });
});
