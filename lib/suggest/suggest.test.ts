import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isVintageDate, type Cell } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import { startProcessorClock } from "#lib/series/processor-time";
import type { Vintage } from "#lib/series/vintage";
import { loadNouns } from "#lib/site/load-nouns";
import { loadCatalogue } from "#lib/sources/catalogue";
import { seriesOf } from "#lib/sources/series-of";
import type { SuggestSetting } from "./setting.ts";
import { splitText } from "./split-text.ts";
import { suggest } from "./suggest.ts";
import { readSuggestionCases } from "./suggestion-cases.ts";

const file = readSuggestionCases(readFileSync(new URL("suggestions.txt", import.meta.url), "utf8"));
const setting = await settingOf(file.figures);

test.each(file.cases)("$text", async ({ text, asOf, expected }) => {
  const { figures } = await suggest(splitText(text), setting, { asOf });
  const found = figures.map(({ said, outcome, proposals }) => {
    const words = text.slice(said.start, said.end);
    const [best] = proposals;
    if (outcome === "contradicted") {
      expect(best?.holding.vintages).toEqual([]);
    }
    return `${words} => ${outcome} ${outcome === "unknown" ? "-" : (best?.expression ?? "-")}`;
  });
  expect(found).toEqual(expected);
});

test("words that are accounted for say what a text is about, and are no figure of it", async () => {
  const text =
    "In December 2025 Japan held $1.19 trillion of Treasuries, and Britain $863.1 billion.";
  const start = text.indexOf("$1.19");
  const settled = [{ start, end: start + "$1.19 trillion".length }];
  const { figures } = await suggest([{ kind: "paragraph", text, start: 100, settled }], setting);
  expect(figures.map((figure) => [figure.text, figure.start])).toEqual([
    ["$863.1 billion", 100 + text.indexOf("$863.1")],
  ]);
  expect(figures[0]?.proposals[0]?.expression).toBe("at(mfh.holdings.united-kingdom, 2025-12)");
});

test("a proposal says at which vintages it holds, and what it is now", async () => {
  const text = "Britain held $866.0 billion of Treasuries in December 2025.";
  const { figures } = await suggest(splitText(text), setting);
  expect(figures[0]?.proposals[0]?.holding).toEqual({
    vintages: ["2026-02-18"],
    first: "2026-02-18",
    last: "2026-02-18",
    until: "2026-06-18",
    isNow: false,
    now: "$863.1 billion",
  });
  expect(figures[0]?.note).toContain("now $863.1 billion");
});

test("a figure that no vintage gives is told with the vintages that are not held", async () => {
  const text =
    "Net purchases of U.S. equities by foreign residents were $62.9 billion in November 2025.";
  const now = await suggest(splitText(text), setting);
  expect(now.figures[0]?.note).toContain(
    "At the one vintage held it is not $62.9 billion. We hold this table from June 18, 2026 on; November 2025 was first printed about January 2026, and may have been $62.9 billion then.",
  );
  const then = await suggest(splitText(`January 15, 2026. ${text}`), setting);
  expect(then.figures[0]?.note).toContain(
    "what the text was written from is not held, and may have said $62.9 billion. Now it is net purchases of $40.123 billion.",
  );
});

test("a figure of the other sign is answered in words, and not by a minus", async () => {
  const text =
    "TIC data for May 2022. Net purchases of long-term U.S. securities by foreign official institutions were $8.3 billion. Foreign residents increased their holdings of U.S. Treasury bills by $74.7 billion.";
  const { figures } = await suggest(splitText(text), setting);
  expect(figures.map(({ outcome }) => outcome)).toEqual(["contradicted", "contradicted"]);
  expect(figures[0]?.note).toContain("net sales of $8.3 billion");
  expect(figures[1]?.note).toContain("a fall of $74.7 billion");
});

test("what is sold is told as sales, and not as purchases of as much", async () => {
  const text =
    "Japan's net sales of long-term U.S. Treasuries rose to $23.9 billion in March 2026. They fell from $9.9 billion in February 2026 to $23.9 billion in March.";
  const { figures } = await suggest(splitText(text), setting);
  expect(figures[0]?.note).toContain("Japan”: net sales of $23.933 billion.");
  expect(figures[2]?.note).toContain("and it rose by $14.033 billion: “Net purchases");
});

test("what flows in or out is told as that", async () => {
  const text =
    "TIC data for May 2022. Net foreign private inflows were $220.5 billion, and net foreign official outflows were $38.0 billion.";
  const { figures } = await suggest(splitText(text), setting);
  expect(figures[0]?.note).toContain("a net inflow of $220.5 billion");
  expect(figures[1]?.note).toContain("a net outflow of $38 billion");
});

test("so it is where a table prints both sides apart", async () => {
  const text = "Mainland China sold $248 million of Treasury bonds in June 2022.";
  const { figures } = await suggest(splitText(text), setting);
  expect(figures[0]?.note).toContain("net sales of $248 million");
});

test("a holder that no table counts is named", async () => {
  const { figures } = await suggest(
    splitText("Hedge funds held $1.19 trillion of Treasuries in December 2025."),
    setting,
  );
  expect(figures[0]?.note).toContain("No table counts the holdings or purchases of hedge funds");
});

test("a paragraph without a year is of the year in which its figures are right", async () => {
  const text =
    "Net purchases by private foreign investors were $140.8 billion in May, while net sales by foreign official institutions were $8.3 billion.";
  const { figures } = await suggest(splitText(text), setting);
  expect(figures.map(({ outcome }) => outcome)).toEqual(["supported", "supported"]);
});

test("figures beyond the most that are read are counted", async () => {
  const text = "Japan held $1.19 trillion of Treasuries. ".repeat(500);
  const { figures, left } = await suggest(splitText(text), setting);
  expect([figures.length, left]).toEqual([400, 100]);
});

const pieces = fc.constantFrom(
  ...["Japan", "foreigners", "net sales of", "held", "$1.19 trillion", "in May", "2022", "fell by"],
  ...["12 percent", "third-largest", "lowest since 2008", ". ", ", ", "\n\n", "| 5 |", "a third"],
  ...[
    "(Billions of dollars)",
    "\nDec-25\tNov-25\n",
    "\nJapan\t1185.5\t1202.7\n",
    "2024 2025",
    "1,2,3",
  ],
  ...["Treasury bills", "**", "[x](y)", "\u200b", "<b>", "&nbsp;", "日本", "٣", "-", "$", "1e9"],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((words) => words.join(" ")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

test("any text is answered, the same each time, with places inside it", async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const parts = splitText(text);
      for (const part of parts) {
        expect(text.slice(part.start, part.start + part.text.length)).toBe(part.text);
      }
      const first = await suggest(parts, setting);
      const again = await suggest(parts, setting);
      expect(again).toEqual(first);
      let end = 0;
      for (const figure of first.figures) {
        expect(figure.start).toBeGreaterThanOrEqual(end);
        for (const span of [figure, figure.said, figure.sentence]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        end = figure.end;
        expect(figure.proposals.length).toBeLessThanOrEqual(5);
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["digits", "7".repeat(1_000_000)],
  ["figures", "$1.5 billion ".repeat(20_000)],
  ["words without a space", "Japan".repeat(60_000)],
  ["brackets", "[".repeat(200_000)],
  ["tags", "<a".repeat(100_000)],
  ["lines", "\n".repeat(300_000)],
  ["commas", "1,".repeat(150_000)],
  ["months", "Dec 2025 ".repeat(10_000)],
  ["rows", `Billions of dollars\nDec-25\tNov-25\n${"Japan\t1185.5\t1202.7\n".repeat(4_000)}`],
  ["cells", `Billions of dollars\n${"Dec-25|".repeat(9_000)}\n${"1185.5|".repeat(9_000)}`],
  [
    "words of origin",
    `Japan’s holdings of Treasuries rose to $1,185.5 billion in December 2025 from${" a".repeat(20_000)}`,
  ],
  [
    "words that deny",
    `Japan ${"failed to gross were lower without ".repeat(3_000)}net held $1,185.5 billion of Treasuries in December 2025`,
  ],
  ["open brackets and figures", "(1".repeat(60_000)],
  ["another script", "日本は国債を売った。".repeat(20_000)],
])("a text of %s and nothing else takes no long time", async (_, text) => {
  const clock = startProcessorClock();
  await suggest(splitText(text), setting);
  expect(clock()).toBeLessThan(8_000);
});

/** The series of some tables with the figures of a test. */
async function settingOf(figures: typeof file.figures): Promise<SuggestSetting> {
  const [catalogue, nouns] = [loadCatalogue(), await loadNouns()];
  if (!catalogue.ok || !nouns.ok) throw new Error("The catalogue cannot be read");
  const releases = ["press", "mfh", "slt1", "slt3", "s1"];
  const series = releases.flatMap((slug) => [...seriesOf(catalogue.value, slug).values()]);
  const cells = new Map<string, Cell[]>();
  const vintages = new Map<string, Vintage>();
  for (const { key, period, day, value } of figures) {
    if (!isPeriod(period) || !isVintageDate(day)) throw new Error(`${period} or ${day} is none`);
    const own = cells.get(key) ?? [];
    cells.set(key, own);
    own.push({ key, period, value, status: "normal", knownFrom: day, line: 1, column: 1 });
    const release = key.split(".")[0] ?? "";
    const snapshot = { sha256: "0", fileName: "a", url: "https://a.example/a", bytes: 0 };
    vintages.set(`${release} ${day}`, {
      ...{ release, date: day, note: null },
      snapshot: { ...snapshot, retrieved: null },
    });
  }
  for (const own of cells.values()) {
    own.sort((left, right) =>
      left.period + left.knownFrom < right.period + right.knownFrom ? -1 : 1,
    );
  }
  return {
    reader: {
      describe: (key) => Promise.resolve(series.find((one) => one.key === key) ?? null),
      nearestKeys: () => Promise.resolve([]),
      peers: () => Promise.resolve([]),
      vintages: () => Promise.resolve([]),
    },
    revisions: (keys) => Promise.resolve(new Map(keys.map((key) => [key, cells.get(key) ?? []]))),
    series,
    areas: catalogue.value.areas,
    nouns: nouns.value,
    vintages: [...vintages.values()],
  };
}
