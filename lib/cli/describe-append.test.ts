import { expect, test } from "vitest";
import type { VintageDate } from "#lib/series/observation";
import { day } from "#lib/store/example-vintage";
import type { VintageLoad } from "#lib/store/load-file";
import { describeCollected } from "./describe-append.ts";

function loaded(date: string, revised: number): VintageLoad {
  const released: VintageDate = day(date);
  const changes = { added: 2, revised, withdrawn: 0, largestRevisions: [], changedPlaces: [] };
  const result = { outcome: "appended" as const, appended: 2 + revised, ...changes };
  return { date: released, result: { ...result, violations: [] } };
}

test("the vintages of a collected file are summed up, those held already among them", () => {
  const held: VintageLoad = { date: day("2026-01-15"), result: { outcome: "unchanged" } };
  expect(describeCollected([held, loaded("2026-02-18", 1), loaded("2026-03-18", 3)])).toBe(
    "3 vintages from 2026-01-15 to 2026-03-18, 1 of them held already\n8 observations appended: 4 new, 4 revised, 0 withdrawn\n",
  );
  expect(describeCollected([held, held])).toBe(
    "2 vintages from 2026-01-15 to 2026-01-15, 2 of them held already: nothing changed\n",
  );
});
