import { expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { tallyClaims } from "./tally-claims.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(text);
  return text;
}

const june = day("2026-06-18");
const february = day("2026-02-18");

test("a claim about a vintage of its own is not counted among those the newest one judges", () => {
  const tally = tallyClaims([
    { pinned: false, asOf: june, standing: "holds" },
    { pinned: false, asOf: june, standing: "holds-rounded" },
    { pinned: true, asOf: february, standing: "holds" },
    { pinned: true, asOf: february, standing: "holds-rounded" },
  ]);
  expect(tally).toEqual({ judged: 2, holding: 2, pinned: 2, pinnedTo: [february] });
});

test("a claim whose digits or meaning moved no longer holds", () => {
  const tally = tallyClaims([
    { pinned: false, asOf: june, standing: "holds" },
    { pinned: false, asOf: june, standing: "drifted" },
    { pinned: false, asOf: june, standing: "flipped" },
  ]);
  expect(tally).toMatchObject({ judged: 3, holding: 1 });
});

test("the vintages that claims are about are named once, oldest first", () => {
  const tally = tallyClaims([
    { pinned: true, asOf: june, standing: "holds" },
    { pinned: true, asOf: february, standing: "holds" },
    { pinned: true, asOf: june, standing: "holds" },
  ]);
  expect(tally.pinnedTo).toEqual([february, june]);
});
