import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gzipSync } from "node:zlib";
import { createSeededDatabase } from "#lib/store/test-store";
import { step } from "../scripts/progress.ts";
import { startSite } from "../scripts/test-site.ts";
import { askMany, type Asked } from "./asking.ts";
import { buildOnce } from "./built-site.ts";
import { startNext, startSirv } from "./other-server.ts";
import { fetchRaw } from "./raw-answer.ts";
import type { Line } from "./line.ts";
import { median } from "./timing.ts";
import { inTurns } from "./turns.ts";

const article = "/articles/did-the-world-sell-america";
const [rounds, seconds, connections] = [5, 4, 50];
/** What browsers send. Next knows no Brotli. */
const headers = { "accept-encoding": "gzip, deflate, br, zstd" };

/**
 * How many times a second an article's page is sent, compressed: by our server, by a plain static one that has the very same bytes on the
 * disk, and by Next's own from the same build, one after the other in turns.
 */
export async function benchHtml(server: string): Promise<Line[]> {
  const root = process.cwd();
  const databaseUrl = await createSeededDatabase(server, "tickmark_html");
  const buildFolder = await buildOnce(root, databaseUrl);
  const folder = await mkdtemp(path.join(tmpdir(), "tickmark-html-"));
  const ours = await startSite(root, { databaseUrl, buildFolder });
  try {
    await keepPage(`${ours.url}${article}`, path.join(folder, article));
    const sirv = await startSirv(folder, article);
    const next = await startNext(databaseUrl, buildFolder).catch(async (error: unknown) => {
      await sirv.stop();
      throw error;
    });
    try {
      return linesOf(await askInTurns([ours.url, sirv.url, next.url]));
    } finally {
      await Promise.all([sirv.stop(), next.stop()]);
    }
  } finally {
    await ours.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What came of asking each server in turns. */
function askInTurns(urls: readonly string[]): Promise<Asked[][]> {
  return step("pages", async () => {
    const works = urls.map((url) => {
      const asks = [{ url: url + article, headers }];
      return () => askMany({ asks, connections, seconds });
    });
    const asked = await inTurns(rounds, works);
    return [`${rounds} times ${seconds} s of each`, asked];
  });
}

function linesOf([ours = [], sirv = [], next = []]: readonly Asked[][]): Line[] {
  const rate = (asked: readonly Asked[]) => median(asked.map(({ perSecond }) => perSecond));
  const size = (asked: readonly Asked[]) => median(asked.map(({ bytes }) => bytes / 1000));
  const told = (asked: readonly Asked[]) =>
    `${rate(asked).toFixed(0)} a second of ${size(asked).toFixed(1)} kB`;
  return [
    {
      name: "article HTML per second, compressed, against sirv with the same bytes",
      value: rate(ours) / rate(sirv),
      unit: "ratio",
      bound: null,
      least: 0.7,
      detail: `${told(ours)}, and ${told(sirv)}, over ${connections} connections`,
    },
    {
      name: "the same by `next start`, against sirv",
      value: rate(next) / rate(sirv),
      unit: "ratio",
      bound: null,
      detail: told(next),
    },
  ];
}

/** Writes a page as it is served into a folder as a static server has it: plain, in Brotli and in gzip. */
async function keepPage(url: string, folder: string): Promise<void> {
  const packed = await fetchRaw(url, headers);
  if (packed.headers["content-encoding"] !== "br") throw new Error(`${url} came without Brotli`);
  const plain = brotliDecompressSync(packed.body);
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of [
    ["index.html", plain],
    ["index.html.br", packed.body],
    ["index.html.gz", gzipSync(plain)],
  ] as const) {
    await writeFile(path.join(folder, name), bytes);
  }
}
