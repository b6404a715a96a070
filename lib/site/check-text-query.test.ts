import { expect, test } from "vitest";
import type { VintageDate } from "#lib/series/observation";
import { isVintageDate } from "#lib/series/observation";
import { readCheckQuery } from "./check-text-query.ts";

const held: ReadonlySet<VintageDate> = new Set(["2026-06-18"].filter(isVintageDate));

function read(posted: unknown) {
  return readCheckQuery(posted, 20, held);
}

test("a text is held against the newest figures, or those of a day that there are figures of", () => {
  expect(read({ text: "Japan held it.", asOf: "" })).toEqual({
    ok: true,
    query: { text: "Japan held it.", asOf: null },
  });
  expect(read({ text: "Japan held it.", asOf: "2026-06-18" })).toMatchObject({
    query: { asOf: "2026-06-18" },
  });
});

test.each(["", " \n\t\u00a0 "])("no text is told from one without figures: %j", (text) => {
  const answer = read({ text, asOf: "" });
  expect("message" in answer ? answer.message : "").toContain("no text to check");
});

test("of a text that is too long the length and the bound are said, and it stays in the box", () => {
  const text = "1".repeat(1_234);
  expect(read({ text, asOf: "" })).toEqual({
    ok: false,
    message:
      "The text has 1,234 characters, and at most 20 are read at once: 1,214 too many. Nothing of it was checked or kept. Check it part by part.",
    text,
  });
});

test("a line feed counts once, however it is sent", () => {
  expect(read({ text: "1234567890\r\n123456789", asOf: "" }).ok).toBe(true);
});

test("a day without figures is refused, and the text stays in the box", () => {
  expect(read({ text: "Japan", asOf: "2020-02-29" })).toEqual({
    ok: false,
    message: "No figures are held that were published on 2020-02-29. Choose a day from the list.",
    text: "Japan",
  });
});

test.each([
  null,
  undefined,
  "text",
  {},
  { text: "Japan" },
  { text: 1, asOf: "" },
  { text: "Japan", asOf: "yesterday" },
  { text: "Japan", asOf: "2026-02-30" },
  { text: "Japan", asOf: "2026-06-18' OR 1=1" },
])("anything else is refused: %j", (posted) => {
  expect(read(posted)).toMatchObject({ ok: false, text: "" });
});
