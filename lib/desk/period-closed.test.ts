import { expect, test } from "vitest";
import { articleWith, readArticle } from "#lib/articles/example-article";
import { checkArticle } from "#lib/articles/check-article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { whyClosed } from "./period-closed.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

// The second vintage brings February, which is the highest; the third brings no new period.
const [written, later, last] = [day("2026-06-18"), day("2026-07-16"), day("2026-08-18")];
const japan = "mfh.holdings.japan";
const reader = createMemoryReader({
  series: [exampleSeries(japan)],
  vintages: [
    {
      release: "mfh",
      date: written,
      figures: { [japan]: { "2025-11": "1200", "2025-12": "1210", "2026-01": "1190" } },
    },
    { release: "mfh", date: later, figures: { [japan]: { "2026-02": "1220" } } },
    { release: "mfh", date: last, figures: { [japan]: { "2025-11": "1201" } } },
  ],
});

/** Why a sentence that was written at the first vintage may be stale at another. */
async function whyStale(sentence: string, to: VintageDate): Promise<string | null> {
  const { article, problems } = readArticle(articleWith(sentence));
  if (article === null) throw new Error(problems.join("\n"));
  const { claims } = await checkArticle(article, reader, null);
  const [claim] = claims;
  if (claim === undefined) throw new Error("no claim");
  return whyClosed(claim, reader, written, to);
}

const november = `<Claim of="at(${japan}, 2025-11)">$1,200 billion</Claim>`;
const january = `<Claim of="at(${japan}, 2026-01)">$1,190 billion</Claim>`;

test("a sentence about the newest period is stale when the next is there", async () => {
  expect(await whyStale(`Japan held ${january}.`, later)).toBe(
    "It rests on January 2026, the newest period there was; this vintage brings February 2026",
  );
  expect(await whyStale(`Japan held ${november}.`, later)).toBeNull();
});

test("nothing is stale at the vintage that it was written at, nor at one before", async () => {
  expect(await whyStale(`Japan held ${january}.`, written)).toBeNull();
  expect(await whyStale(`Japan held ${january}.`, day("2026-05-18"))).toBeNull();
});

test("a sentence that says that it goes up to now is stale when there is more", async () => {
  expect(await whyStale(`So far Japan held ${november} at most.`, last)).toBe(
    "It says “So far”; this vintage brings February 2026",
  );
});

test("of a record it is told whether what came later is beyond it", async () => {
  const record = `In December Japan’s holdings were the <Claim of="highest_since(${japan}, 2025-12)">highest on record</Claim>.`;
  expect(await whyStale(record, later)).toBe(
    "It tells a record; this vintage brings February 2026. February 2026 is higher: 1,220 against 1,210",
  );
});
