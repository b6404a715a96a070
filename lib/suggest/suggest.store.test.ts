import { afterAll, beforeAll, expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { loadSuggestSetting } from "#lib/site/suggest-setting";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import type { SuggestSetting } from "./setting.ts";
import { splitText } from "./split-text.ts";
import { suggest } from "./suggest.ts";

let store: TestStore;
let setting: SuggestSetting;
beforeAll(async () => {
  store = await createSeededTestStore();
  setting = await loadSuggestSetting(store);
});
afterAll(() => store.close());

/** As the Treasury writes, of the release of July 18, 2022. */
const release = `WASHINGTON, July 18, 2022. Treasury International Capital data for May 2022.

The sum total in May of all net foreign acquisitions of long-term securities, short-term U.S. securities, and banking flows was a net TIC inflow of $182.5 billion.  Of this, net foreign private inflows were $220.5 billion, and net foreign official outflows were $38.0 billion.

Foreign residents increased their holdings of long-term U.S. securities in May; net purchases were $132.5 billion.

Foreign residents decreased their holdings of U.S. Treasury bills by $74.7 billion.

Banks’ own net dollar-denominated liabilities to foreign residents increased by $61.9 billion.`;

async function bestOf(text: string) {
  const { figures } = await suggest(splitText(text), setting);
  return figures.map(({ text: words, outcome, proposals }) => {
    const [best] = proposals;
    return `${words}: ${outcome} ${best?.expression ?? "-"} ${best?.asOf ?? ""}`.trim();
  });
}

test("a press release is read as of its day, and told what was revised since", async () => {
  expect(await bestOf(release)).toEqual([
    "$182.5 billion: drifted at(press.line-30, 2022-05) 2022-07-18",
    "$220.5 billion: drifted at(press.line-31, 2022-05) 2022-07-18",
    "$38.0 billion: drifted at(press.line-32, 2022-05) 2022-07-18",
    "$132.5 billion: supported at(press.line-3, 2022-05) 2022-07-18",
    "$74.7 billion: supported -at(press.line-23, 2022-05) 2022-07-18",
    "$61.9 billion: drifted at(press.line-29, 2022-05) 2022-07-18",
  ]);
});

test("no figure of a release that was changed is found right", async () => {
  const changed = release.replace(
    /\$(\d+)\.(\d)/gu,
    (_, whole: string) => `$${Number(whole) + 13}.4`,
  );
  const { figures } = await suggest(splitText(changed), setting);
  expect(figures.filter(({ outcome }) => /supported|drifted/u.test(outcome))).toEqual([]);
  expect(figures.filter(({ outcome }) => outcome === "contradicted").length).toBeGreaterThan(3);
});

test("figures of countries, shares, changes and ranks are found in news", async () => {
  const text = `At the end of 2025 China held $683.5 billion of Treasuries, the lowest since September 2008. Japan was the largest holder.

In 2025 foreigners bought $742.5 billion of U.S. stocks, 46 percent of their net purchases of long-term U.S. securities.`;
  expect(await bestOf(text)).toEqual([
    "$683.5 billion: supported at(mfh.holdings.china-mainland, 2025-12) 2026-06-18",
    "lowest since September 2008: supported lowest_since(mfh.holdings.china-mainland, 2025-12) 2026-06-18",
    "largest: supported rank(mfh.holdings.japan, 2025-12) 2026-06-18",
    "$742.5 billion: supported sum(slt1.equities.net.grand-total, 2025) 2026-06-18",
    "46 percent: supported share(slt1.equities.net.grand-total, slt1.total.net.grand-total, 2025) 2026-06-18",
  ]);
});

test("a thousand words take less than five seconds", async () => {
  const words = Array.from({ length: 10 }, () => release).join("\n\n");
  const clock = startProcessorClock();
  const { figures } = await suggest(splitText(words), setting);
  expect(figures).toHaveLength(60);
  expect(clock()).toBeLessThan(5_000);
});
