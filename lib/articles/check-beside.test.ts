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

test("a folder of photographs is one problem, with how many there are", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "beside-"));
  const tell = async () =>
    (await checkBeside({ file: path.join(folder, "index.mdx") })).map(({ message }) => message);
  for (const name of ["b.png", "a.png"]) await writeFile(path.join(folder, name), "");
  expect(await tell()).toEqual([expect.stringMatching(/^a\.png and another picture lie beside/u)]);
  const many = Array.from({ length: 1200 }, (_, number) => `c${number}.png`);
  for (const name of many) await writeFile(path.join(folder, name), "");
  expect(await tell()).toEqual([
    expect.stringMatching(/^a\.png and 1,201 other pictures lie beside .* nobody would see them$/u),
  ]);
  await rm(folder, { recursive: true });
});
