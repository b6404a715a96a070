import { expect, test } from "vitest";
import { outcomeAddress } from "./outcome-address.ts";

test("an editor comes back to the same vintages, at the form that was sent", () => {
  expect(
    outcomeAddress("a1", { slug: "an-article", shownFrom: "2026-02-18", shownTo: "2026-06-18" }),
  ).toBe("/desk?from=2026-02-18&to=2026-06-18&outcome=a1#an-article-outcome");
  expect(outcomeAddress("a1", { slug: "an-article", shownFrom: "", shownTo: "" })).toBe(
    "/desk?outcome=a1#an-article-outcome",
  );
});

test("what is no day and no slug does not come into the address", () => {
  expect(
    outcomeAddress("a1", { slug: "//evil.example", shownFrom: "x&y=1", shownTo: ["2026-06-18"] }),
  ).toBe("/desk?outcome=a1");
});
