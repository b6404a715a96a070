import { expect, test } from "vitest";
import type { ArticleDecision } from "#lib/articles/frontmatter";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { standingOfDesk } from "./desk-standing.ts";
import type { Receipt, Standing } from "./receipt.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const [july, august] = [day("2026-07-16"), day("2026-08-18")];

function receipt(
  claim: string,
  standings: readonly [Standing, Standing],
  pinned = false,
): Pick<Receipt, "later" | "pinned" | "sentence"> {
  const later = [july, august].map((vintage, at) => ({
    vintage,
    computed: "",
    standing: standings[at] ?? "holds",
  }));
  return { later, pinned, sentence: { before: "It was ", claim, after: "." } };
}

function left(vintage: VintageDate): ArticleDecision {
  return { vintage, decision: "left", by: "A", on: vintage, note: "So" };
}

const receipts = [
  receipt("one", ["drifted", "flipped"]),
  receipt("one", ["flipped", "holds"]),
  receipt("two", ["holds-rounded", "drifted"]),
  receipt("three", ["unanswered", "unanswered"]),
  receipt("four", ["drifted", "drifted"], true),
];

test("what the newest vintage contradicts waits for an editor, counted in sentences", () => {
  expect(standingOfDesk([], receipts)).toEqual({
    decisions: [],
    decision: null,
    changed: 0,
    waiting: { vintage: august, changed: 2 },
  });
});

test("what was decided says how many sentences its vintage contradicts, and what came since waits", () => {
  expect(standingOfDesk([left(july)], receipts)).toMatchObject({
    decision: { vintage: july },
    changed: 1,
    waiting: { vintage: august, changed: 2 },
  });
  expect(standingOfDesk([left(august)], receipts)).toMatchObject({ changed: 2, waiting: null });
});

test("nothing waits where every sentence is still true, or nothing newer is held", () => {
  expect(standingOfDesk([], receipts.slice(3)).waiting).toBeNull();
  expect(standingOfDesk([], [])).toEqual({
    decisions: [],
    decision: null,
    changed: 0,
    waiting: null,
  });
});

test("a vintage of another release puts no question again that was decided", () => {
  const dayAfter = day("2026-07-17");
  const readOnce = (claim: string, vintage: VintageDate, standing: Standing) => ({
    ...receipt(claim, [standing, standing]),
    later: [{ vintage, computed: "", standing }],
  });
  const ofTwo = [readOnce("one", july, "drifted"), readOnce("two", dayAfter, "holds")];
  expect(standingOfDesk([left(july)], ofTwo)).toMatchObject({ changed: 1, waiting: null });
  expect(standingOfDesk([], ofTwo).waiting).toEqual({ vintage: july, changed: 1 });
  expect(standingOfDesk([left(dayAfter)], ofTwo)).toMatchObject({ changed: 1, waiting: null });
});
