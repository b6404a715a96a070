import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { exampleReader } from "#lib/charts/example-charts";
import { keepGate } from "./keep-gate.ts";

test("a gate is kept, but not one that was opened while a shared file was changed and undone", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "content-"));
  for (const part of ["articles", "charts"]) await mkdir(path.join(folder, part));
  const glossary = path.join(folder, "glossary.yml");
  await writeFile(glossary, "[]");
  const [open, reader] = [keepGate(), exampleReader()];
  // Longer than the clock of files takes for a step.
  await setTimeout(20);
  // It reads the charts first, and waits for the disk.
  const opening = open(reader, [], folder);
  for (const text of ["- half: [", "[]"]) await writeFile(glossary, text);
  const meanwhile = await opening;
  const quiet = await open(reader, [], folder);
  expect(quiet).not.toBe(meanwhile);
  expect(await open(reader, [], folder)).toBe(quiet);
  await rm(folder, { recursive: true });
});
