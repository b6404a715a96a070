import { createHash } from "node:crypto";
import { expect, test } from "./test.ts";
import { isVintageDate } from "#lib/series/observation";
import { loadCatalogue } from "#lib/sources/catalogue";
import { readSeed } from "#lib/sources/seed";
import { appendVintage } from "#lib/store/append-vintage";
import { releaseOf } from "#lib/store/release-of";
import { openStore } from "#lib/store/store";

// The last of the journeys (see playwright.config.ts): it adds a vintage to the store, which only ever grows.

const article = "/articles/did-the-world-sell-america";
const released = "2026-07-14";

/** The newest Major Foreign Holders figures again, as if Japan's December had been revised to 1,234.5. */
async function publishRevision(): Promise<void> {
  const databaseUrl = process.env["DATABASE_URL"] ?? "";
  expect(
    new URL(databaseUrl).hostname,
    "this test writes, so only into a store on this machine",
  ).toMatch(/^(127\.0\.0\.1|localhost)$/);
  const catalogue = loadCatalogue();
  if (!catalogue.ok || !isVintageDate(released)) throw new Error("no catalogue");
  const seed = readSeed("prisma/seed/mfh/2026-06-18", catalogue.value);
  const [newest] = seed.ok ? seed.value : [];
  if (!newest) throw new Error("no seed");
  const { parsed, snapshot } = newest;
  const store = openStore(databaseUrl, 1);
  try {
    await appendVintage(store, {
      ...parsed,
      release: releaseOf(catalogue.value, "mfh"),
      date: released,
      snapshot: {
        ...snapshot,
        sha256: createHash("sha256").update("a revision made up for a test").digest("hex"),
      },
      note: "Made up for a test",
      cells: parsed.cells.map((cell) =>
        cell.key === "mfh.holdings.japan" && cell.period === "2025-12"
          ? { ...cell, value: "1234.5" }
          : cell,
      ),
    });
  } finally {
    await store.close();
  }
}

test("when the store changes, the chart changes; and a reader is told which claims no longer hold", async ({
  page,
}) => {
  const chart = page.locator("#chart-three-holders");
  const december = async () => {
    const details = chart.locator(".chart-table");
    if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
    return (
      (await chart.getByRole("row").allTextContents()).find((row) =>
        row.includes("December 2025"),
      ) ?? ""
    );
  };
  await page.goto(article);
  expect(await december()).toContain("1,185.5");
  await publishRevision();

  // Within a second or two every page knows the new vintage; the article's own stays as it was.
  await expect
    .poll(
      async () => {
        await page.goto(article);
        return chart.getByLabel("As of").locator("option").allTextContents();
      },
      { timeout: 15_000, intervals: [500] },
    )
    .toContain("July 14, 2026");
  expect(await december()).toContain("1,185.5");
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-live=true]")).toHaveCount(1);
  await chart.getByLabel("As of").selectOption(released);
  await expect.poll(december).toContain("1,234.5");

  // Japan's fall of 17.2 billion has become a rise: the meaning changed.
  const claim = page.getByRole("link", { name: /^\$17\.2 billion/ });
  await claim.click();
  const receipt = page.getByRole("dialog");
  await expect(receipt).toContainText("July 14, 2026");
  await expect(receipt).toContainText("−$31.8 billion");
});
