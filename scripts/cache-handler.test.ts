import { mkdtemp, readdir, rm } from "node:fs/promises";
import { promises as fs, existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import VintageCache from "../cache-handler.mjs";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tickmark-pages-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a page is kept on the disk; one that says not found is not, or strangers could fill it", async () => {
  const cache = new VintageCache({
    fs: {
      existsSync,
      readFileSync,
      readFile: fs.readFile,
      writeFile: fs.writeFile,
      stat: fs.stat,
      mkdir: (at: string) => fs.mkdir(at, { recursive: true }),
    },
    flushToDisk: true,
    serverDistDir: folder,
    maxMemoryCacheSize: 0,
    revalidatedTags: [],
  });
  const page = (status: number | undefined, html = "<p>") => ({
    kind: "APP_PAGE",
    html,
    rscData: Buffer.from(""),
    headers: {},
    postponed: undefined,
    segmentData: undefined,
    status,
  });
  await cache.set("/areas/japan", page(undefined), {});
  await cache.set("/areas/zz-1", page(404), {});
  await cache.set("/articles/elsewhere-now", page(308), {});
  const missing = '<meta name="tickmark:status" content="404"/>';
  await cache.set("/areas/zz-2", page(undefined, missing), {});
  await cache.set("/releases/press/_not-found", page(404), {});
  await cache.set("/route-cache/APP_PAGE/0a1b/$/_not-found", page(404), {});
  const kept = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith("html"));
  expect(kept.sort()).toEqual([
    "app/areas/japan.html",
    "route-cache/APP_PAGE/0a1b/$/_not-found.html",
  ]);
});
