import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { nameInSentence, notesOn } from "./area-notes.ts";

const general = "Mostly reported by custodians.";
const euroclear = "Home of the depository Euroclear.";
const belgium = exampleSeries("mfh.holdings.belgium", { notes: [general, euroclear] });
const japan = exampleSeries("mfh.holdings.japan", { notes: [general] });
const reader = createMemoryReader({ series: [belgium, japan], vintages: [] });

test("a country is told of what its series alone say, and of residence first", async () => {
  const notes = await notesOn({ kind: "country" }, [belgium], reader);
  expect(notes[0]).toContain("residence, not nationality");
  expect(notes.slice(1)).toEqual([euroclear]);
  expect(await notesOn({ kind: "country" }, [japan], reader)).toHaveLength(1);
});

test("what is no country says that it is not ranked, or what it must not be added to", async () => {
  expect((await notesOn({ kind: "memo" }, [], reader)).join()).toContain("must not be added");
  expect((await notesOn({ kind: "total" }, [], reader)).join()).toContain("not ranked");
});

test.each([
  ["United Kingdom", "the United Kingdom"],
  ["Cayman Islands", "the Cayman Islands"],
  ["Japan", "Japan"],
  ["Ireland", "Ireland"],
])("%s is called %s in a sentence", (name, said) => {
  expect(nameInSentence(name)).toBe(said);
});
