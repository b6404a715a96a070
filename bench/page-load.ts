import { fileURLToPath } from "node:url";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { z } from "zod";

/** What one visit with an empty cache cost, before the reader touched anything. */
export interface PageLoad {
  /** Milliseconds until the last of the pictures stood on the page; null when it shows fewer than asked for. */
  readonly pictures: number | null;
  /** Milliseconds until the largest paint. */
  readonly largestPaint: number;
  /** Sum of the layout shifts, those on the way down to the end of the page too. */
  readonly shift: number;
  /** Bytes on the wire. */
  readonly scriptBytes: number;
  readonly allBytes: number;
}

/** A phone of the middle: the profile that the budget names. */
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true };
const [slowerBy, bitsPerSecond, latency] = [4, 1_600_000, 150];
const watcher = fileURLToPath(new URL("page-watch.js", import.meta.url));
/** A page is at rest when nothing was fetched for so long. */
const quiet = 1500;
const patience = 60_000;

/** What page-watch.js gathers. */
const seen = z.object({
  pictures: z.number().nullable(),
  largestPaint: z.number().nullable(),
  shift: z.number(),
});

/** Visits a page once, in a browser that has seen nothing before. `pictures` is how many are waited for. */
export async function loadPage(browser: Browser, url: string, pictures: number): Promise<PageLoad> {
  const context = await browser.newContext({ ...phone, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await slowDown(session);
    const traffic = countTraffic(session);
    await page.addInitScript(`globalThis.picturesWanted = ${pictures}`);
    await page.addInitScript({ path: watcher });
    await page.goto(url, { waitUntil: "load", timeout: patience });
    await traffic.rest();
    const before = { scriptBytes: traffic.scriptBytes(), allBytes: traffic.allBytes() };
    const early = await readSeen(page);
    if (early.largestPaint === null) throw new Error(`Nothing was painted of ${url}`);
    await scrollDown(page);
    await traffic.rest();
    const { shift } = await readSeen(page);
    return { ...before, pictures: early.pictures, largestPaint: early.largestPaint, shift };
  } finally {
    await context.close();
  }
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: bitsPerSecond / 8,
    uploadThroughput: bitsPerSecond / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowerBy });
}

/** Counts what comes over the wire, headers and all, and tells when nothing comes any more. */
function countTraffic(session: CDPSession) {
  const scripts = new Set<string>();
  const open = new Set<string>();
  let [script, all, last] = [0, 0, performance.now()];
  session.on("Network.requestWillBeSent", ({ requestId }) => open.add(requestId));
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (/javascript/.test(response.mimeType)) scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    all += encodedDataLength;
    if (scripts.has(requestId)) script += encodedDataLength;
    open.delete(requestId);
    last = performance.now();
  });
  session.on("Network.loadingFailed", ({ requestId }) => {
    open.delete(requestId);
    last = performance.now();
  });
  return {
    scriptBytes: () => script,
    allBytes: () => all,
    rest: async () => {
      last = performance.now();
      const end = last + patience;
      while (open.size > 0 || performance.now() - last < quiet) {
        if (performance.now() > end) throw new Error("The page fetched for a minute without end");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

async function readSeen(page: Page): Promise<z.infer<typeof seen>> {
  return seen.parse(JSON.parse(await page.evaluate<string>("JSON.stringify(pageSeen)")));
}

/** By the wheel of the mouse, as far as it goes: what is loaded when it comes near is loaded on the way. */
async function scrollDown(page: Page): Promise<void> {
  for (let screens = 0; screens < 80; screens++) {
    const done = await page.evaluate(() => {
      window.scrollBy({ top: window.innerHeight, behavior: "instant" });
      return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
    });
    if (done) return;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}
