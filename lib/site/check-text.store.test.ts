import { afterAll, beforeAll, expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import type { SuggestSetting } from "#lib/suggest/setting";
import { checkText, type CheckedText } from "./check-text.ts";
import { sampleText } from "./check-text-sample.ts";
import { loadSuggestSetting } from "./suggest-setting.ts";

let store: TestStore;
let setting: SuggestSetting;
beforeAll(async () => {
  store = await createSeededTestStore();
  setting = await loadSuggestSetting(store);
});
afterAll(() => store.close());

function check(text: string, asOf: string | null = null): Promise<CheckedText> {
  return checkText({ text, asOf: asOf !== null && isVintageDate(asOf) ? asOf : null }, setting);
}

test("the text to try has a figure of each outcome, as they are told of it", async () => {
  const { figures, counts } = await check(await sampleText(store));
  expect(counts).toEqual({ supported: 1, drifted: 1, contradicted: 1, unknown: 1 });
  const told = figures.map(({ outcome, instead }) => `${outcome} ${instead ?? ""}`);
  expect(told[0]).toBe("supported ");
  expect(told[1]).toMatch(/^contradicted data: \$/);
  expect(told[2]).toMatch(/^drifted now \$/);
  expect(told[3]).toBe("unknown ");
  expect(figures[3]?.receipt).toBeNull();
});

test("a figure has a receipt: what was computed, from which cells of which file, and what each vintage says", async () => {
  const { figures } = await check(
    "At the end of November 2025, the United Kingdom held $889.0 billion of Treasury securities.",
  );
  const [figure] = figures;
  expect(figure?.sentence?.said).toContain("$889.0 billion");
  const receipt = figure?.receipt;
  expect(receipt).toMatchObject({
    expression: "at(mfh.holdings.united-kingdom, 2025-11)",
    computed: "$889 billion",
    asOf: "2026-02-18",
    interval: "from $888.95 billion up to, but not including, $889.05 billion",
    cellCount: 1,
    readings: [
      { vintage: "2026-02-18", computed: "$889 billion", standing: "holds" },
      { vintage: "2026-06-18", computed: "$879.8 billion", standing: "drifted" },
    ],
    series: [{ key: "mfh.holdings.united-kingdom" }],
  });
  const [cell] = receipt?.cells ?? [];
  expect(Number(cell?.value)).toBe(889);
  expect(cell?.line).toBeGreaterThan(0);
  expect(receipt?.citation).toContain(`SHA-256 ${cell?.sha256 ?? "?"}`);
  expect(receipt?.citation).toContain("as of the vintage of February 18, 2026");
});

test("beside a figure that is right, and went the other way, stands no other figure", async () => {
  const { figures } = await check(
    "Japan's Treasury holdings climbed to $1,185.5 billion in December 2025 from $1,202.7 billion in November.",
  );
  expect(figures.map(({ outcome, instead }) => [outcome, instead])).toEqual([
    ["contradicted", null],
    ["supported", null],
  ]);
  expect(figures[0]?.note).toContain("it fell by $17.2 billion");
});

test("held against the figures of its own day, what has drifted since is supported", async () => {
  const text =
    "At the end of November 2025, the United Kingdom held $889.0 billion of Treasury securities.";
  expect((await check(text, "2026-02-18")).counts.supported).toBe(1);
  expect((await check(text)).counts.drifted).toBe(1);
});

test("a release of a day long past is told in what still stands and what was revised", async () => {
  const { figures, blocks } = await check(
    [
      "Treasury International Capital Data for May",
      "Washington (July 18, 2022) – The sum total in May of all net foreign acquisitions of long-term securities, short-term U.S. securities, and banking flows was a net TIC inflow of $182.5 billion. Of this, net foreign private inflows were $220.5 billion, and net foreign official outflows were $38.0 billion.",
      "Foreign residents increased their holdings of long-term U.S. securities in May; net purchases were $132.5 billion. Net purchases by private foreign investors were $140.8 billion.",
    ].join("\n\n"),
  );
  expect(figures.map(({ text, outcome }) => `${text} ${outcome}`)).toEqual([
    "$182.5 billion drifted",
    "$220.5 billion drifted",
    "$38.0 billion drifted",
    "$132.5 billion supported",
    "$140.8 billion supported",
  ]);
  expect(blocks).toHaveLength(3);
  expect(figures[0]?.note).toContain("from the release of July 18, 2022");
});

test.each([
  ["a million digits, cut to what is taken", "1".repeat(20_000)],
  ["many figures", "$1.1 billion and 2 percent, ".repeat(700)],
  ["digits and points", "1.2,3".repeat(4_000)],
  ["a chat", "anna: did japan sell??\nben: lol no 😀 it held $1.2T\nanna: 👍🏽"],
  ["Chinese", "日本持有1.1万亿美元的美国国债。".repeat(500)],
  ["Arabic", "بلغت حيازات اليابان ١٫١ تريليون دولار. ".repeat(300)],
  ["no spaces", "Japanheld".repeat(2_000)],
  ["brackets", "([{<".repeat(5_000)],
  ["NUL bytes", "\0".repeat(10_000) + "Japan held $1.1 trillion"],
  ["a script", "<script>alert(1)</script>"],
  ["rows", "Japan\t1.1\t2.2\t3.3\n".repeat(1_000)],
  ["expressions", "at(mfh.holdings.japan, 2025-12); DROP TABLE observation; -- $5 billion"],
])("any text has an answer: %s", async (_title, text) => {
  const checked = await check(text);
  const total = Object.values(checked.counts).reduce((sum, count) => sum + count, 0);
  expect(total).toBe(checked.figures.length);
  expect(checked.counts.supported).toBe(0);
  expect(structuredClone(checked)).toEqual(checked);
});
