import { expect, test } from "vitest";
import type { StatusRelease } from "#lib/site/status-page";
import { isVintageDate } from "#lib/series/observation";
import { sumUp } from "./sum-up.ts";

const days = ["2026-06-18", "2026-07-16", "2026-08-18"].filter(isVintageDate);
const [newest, ...passed] = days;
if (newest === undefined) throw new Error("No day");

const release: StatusRelease = {
  ...{ slug: "slt3", title: "Table 3", newest, vintages: 2, sync: null },
};

function asked(outcome: NonNullable<StatusRelease["sync"]>["outcome"]): readonly StatusRelease[] {
  const at = new Date("2026-06-19T20:01:00Z");
  const sync = { release: "slt3", at, outcome, vintage: null, reason: null, goodAt: at };
  return [release, { ...release, sync }];
}

const good: Parameters<typeof sumUp>[0] = {
  ...{ hasStore: true, isAccepted: true, calendar: { passed: [] }, releases: [release] },
};

test("all works when nothing is amiss", () => {
  expect(sumUp(good)).toBe("Everything works.");
  expect(sumUp({ ...good, releases: asked("held") })).toBe("Everything works.");
  expect(sumUp({ ...good, releases: asked("loaded") })).toBe("Everything works.");
});

test.each<[string, Partial<typeof good>, string]>([
  ["a table that did not come", { releases: asked("failed") }, "not every table came"],
  ["a file that was refused", { releases: asked("refused") }, "a file came that was refused"],
  ["an edit that is held back", { isAccepted: false }, "An edit that has not passed the check"],
  ["a store that does not answer", { hasStore: false }, "The store of figures does not answer"],
])("not everything works with %s", (_, other, expected) => {
  const said = sumUp({ ...good, ...other });
  expect(said).toContain(expected);
  expect(said).not.toContain("Everything works");
});

test("a release that was missed is told, with all else", () => {
  const said = sumUp({ ...good, calendar: { passed }, releases: asked("failed") });
  expect(said).toBe(
    "Pages, charts and feeds work. Two release days have passed of which nothing is loaded. When the Treasury was last asked, not every table came.",
  );
});
