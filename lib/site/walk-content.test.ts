import { expect, test } from "vitest";
import { exampleReader } from "#lib/charts/example-charts";
import type { BesideReport } from "./beside-report.ts";
import { walkContent } from "./walk-content.ts";

test("a walk that found something new throws away old findings, and never those that it goes by", async () => {
  const pruned: string[][] = [];
  let known: BesideReport | null = null;
  const keeping = {
    articles: {
      basis: "b",
      stands: () => Promise.resolve(true),
      read: () => Promise.resolve(null),
      write: () => Promise.resolve(),
    },
    beside: {
      basis: "b",
      stands: () => Promise.resolve(true),
      read: () => Promise.resolve(known),
      write: (_: string, __: string, found: BesideReport) => Promise.resolve(void (known = found)),
    },
    prune: (inUse: ReadonlySet<string>) => Promise.resolve(void pruned.push([...inUse])),
  };
  const nothing = { blocking: [], ofDrafts: [] };
  const gate = {
    reader: exampleReader(),
    look: () => Promise.reject(new Error("no article")),
    problemsBeside: () => Promise.resolve(nothing),
  };
  const question = {
    ...{ reader: gate.reader, heldVintages: [], now: new Date(0), folder: "nowhere", keeping },
    open: () => Promise.resolve(gate),
  };
  for (let walks = 0; walks < 2; walks += 1) {
    expect((await walkContent(question, [])).beside).toEqual(nothing);
  }
  expect(pruned).toEqual([[expect.stringMatching(/^[0-9a-f]{64}$/)]]);
});
