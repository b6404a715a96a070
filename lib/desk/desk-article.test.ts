import { expect, test, vi } from "vitest";
import type { DeskEntry } from "./desk-entry.ts";
import { atDesk, first, level, second, third } from "./example-desk.ts";

test("without a vintage to go to it is the newest of what the article reads", async () => {
  expect(await atDesk(level("2025-10", "$1,200 billion"), { from: null, to: null })).toMatchObject({
    state: "read",
    from: second,
    to: third,
    counts: { same: 1 },
  });
});

test("an article that was written at it has nothing new, and one written after it is not compared", async () => {
  const sentence = level("2025-10", "$1,200 billion");
  expect((await atDesk(sentence, { from: null, to: null }, third)).state).toBe("current");
  const newer = await atDesk(sentence, { from: null, to: first }, third);
  expect(newer).toMatchObject({ state: "newer", entries: [] });
});

test("a draft is read from the vintage before, where its words are still to be mended", async () => {
  const [old, mended] = [level("2025-12", "$1,185.5 billion"), level("2025-12", "$1,210 billion")];
  const sentence = `It held ${old}, or ${mended}.`;
  const signed = `[{ vintage: ${third}, decision: signed, by: A, on: 2026-11-22 }]`;
  const newest = { from: null, to: null };
  const draft = await atDesk(sentence, newest, third, signed);
  expect(draft).toMatchObject({ state: "draft", from: second, to: third });
  expect(draft.entries).toMatchObject([
    {
      outcome: "drifts",
      from: { vintage: second, standing: "holds" },
      to: { standing: "drifted" },
    },
    { outcome: "same", from: { vintage: third } },
  ]);
  const done = sentence.replace(old, mended);
  expect((await atDesk(done, newest, third, signed)).state).toBe("current");
  expect((await atDesk(sentence, newest, third)).state).toBe("current");
});

test("the worst come first, and each outcome in the order of the text", async () => {
  const { entries } = await atDesk(
    `${level("2025-10", "$1,200 billion")} ${level("2025-12", "$1,185.5 billion")} ${level("2026-01", "$1,190 billion")}`,
    { from: null, to: third },
  );
  const outcomes: DeskEntry["outcome"][] = entries.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(["drifts", "closed", "same"]);
});

test("others are answered between one claim and the next", async () => {
  const others = vi.fn<() => void>();
  const watch = setInterval(others, 0);
  await atDesk(level("2025-12", "$1,185.5 billion").repeat(40), { from: first, to: third });
  clearInterval(watch);
  expect(others.mock.calls.length).toBeGreaterThan(5);
});
