import { chromium } from "@playwright/test";
import { createSeededDatabase } from "#lib/store/test-store";
import { findChromium } from "../scripts/chromium.ts";
import { step } from "../scripts/progress.ts";
import { startSite } from "../scripts/test-site.ts";
import { buildOnce } from "./built-site.ts";
import type { NamedPage } from "./named-page.ts";
import { buildEmptyApp } from "./page-empty.ts";
import { pageLines } from "./page-lines.ts";
import { loadPage, type PageLoad } from "./page-load.ts";
import { serveStaticPage } from "./page-static.ts";

const articlePath = "/articles/did-the-world-sell-america";
const rounds = 7;

/**
 * What the article with its four charts costs a reader with a slow phone and an empty cache, beside the same article made by
 * hand without scripts, and beside an empty page of the same Next version.
 */
export async function benchPages(server: string, others: readonly NamedPage[]) {
  const root = process.cwd();
  const databaseUrl = await createSeededDatabase(server, "tickmark_page");
  const buildFolder = await buildOnce(root, databaseUrl);
  const folder = await step(
    "empty page",
    async () => ["built", await buildEmptyApp(root)] as const,
  );
  const executablePath = await findChromium(root);
  const site = await startSite(root, { databaseUrl, buildFolder });
  const empty = await startSite(root, { databaseUrl, buildFolder: "", folder });
  const byHand = await serveStaticPage(`${site.url}${articlePath}`);
  const browser = await chromium.launch({ executablePath });
  try {
    const pages = [
      { name: "by hand", url: byHand.url, charts: byHand.charts },
      { name: "article", url: `${site.url}${articlePath}`, charts: byHand.charts },
      { name: "empty", url: empty.url, charts: 0 },
      ...others.map((page) => ({ ...page, charts: byHand.charts })),
    ];
    const loads = new Map<string, PageLoad[]>(pages.map(({ name }) => [name, []]));
    await step("visits", async () => {
      // In turns, so that what else the machine does falls on all. The first round warms the servers and is not counted.
      for (let round = 0; round <= rounds; round++) {
        for (const { name, url, charts } of pages) {
          const load = await loadPage(browser, url, charts);
          if (round > 0) loads.get(name)?.push(load);
        }
      }
      return `${rounds} of each page`;
    });
    return pageLines(loads);
  } finally {
    await browser.close();
    await Promise.all([site.stop(), empty.stop(), byHand.stop()]);
  }
}
