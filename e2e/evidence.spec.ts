import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { z } from "zod";
import { axeFindings } from "./axe.ts";
import { expect, test } from "./test.ts";

const article = "/articles/did-the-world-sell-america";
const treasuryFiles = path.resolve("../shared/tic");

const claimsShape = z.object({
  schemaVersion: z.string().regex(/^\d+\.\d+$/),
  newestVintage: z.iso.date(),
  licence: z.string().includes("public domain"),
  claims: z.array(
    z.object({
      number: z.int(),
      id: z.string(),
      words: z.string().min(1),
      receipt: z.url(),
      computation: z.string().min(1),
      asOf: z.iso.date(),
      verdict: z.enum(["holds", "holds-rounded"]),
      standing: z.object({ vintage: z.iso.date(), verdict: z.string(), computed: z.string() }),
      cellCount: z.int().positive(),
      parts: z.array(z.object({ value: z.object({ type: z.string() }) })).min(1),
    }),
  ),
});

const cellsShape = z.array(
  z.object({ key: z.string(), period: z.string(), value: z.string(), known_from: z.string() }),
);

function pathOf(address: string): string {
  return new URL(address).pathname;
}

/** Unpacks a bundle into an empty folder; gives the one folder that it makes. */
function unpack(zip: Buffer, into: string): string {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const file = path.join(into, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return path.dirname(path.join(into, Object.keys(unzipSync(zip))[0] ?? ""));
}

/** Runs a command of the instructions as a stranger would: in the folder, with an empty environment. */
function follow(command: string, folder: string): { status: number | null; told: string } {
  const [program, ...given] = command.split(" ");
  expect(program).toBe("node");
  const { status, stdout, stderr } = spawnSync("env", ["-i", process.execPath, ...given], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, told: stdout + stderr };
}

/** The paths of all articles. */
async function articlesOf(request: APIRequestContext): Promise<string[]> {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)];
  const articles = addresses
    .map(([, address = ""]) => pathOf(address))
    .filter((each) => /^\/articles\/[^/]+$/.test(each));
  expect(articles).toContain(article);
  return articles;
}

/** An article's evidence unpacked into an empty folder, for the length of a task, with the commands of its instructions. */
async function withBundle(
  request: APIRequestContext,
  address: string,
  task: (bundle: Bundle) => void,
): Promise<void> {
  const empty = mkdtempSync(path.join(tmpdir(), "stranger-"));
  try {
    const folder = unpack(await (await request.get(`${address}/evidence.zip`)).body(), empty);
    const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
    const [first = "", second = "", third] = [...read("README.md").matchAll(/^ {4}(.+)$/gm)].map(
      ([, line = ""]) => line,
    );
    expect(third).toBeUndefined();
    task({ folder, read, first, second });
  } finally {
    rmSync(empty, { recursive: true });
  }
}

interface Bundle {
  readonly folder: string;
  readonly read: (name: string) => string;
  /** The command that computes the claims, and the one that looks the cells up in a folder. */
  readonly first: string;
  readonly second: string;
}

test("a stranger reads and computes every claim of every article again, with nothing but what the evidence says", async ({
  request,
}) => {
  for (const each of await articlesOf(request)) {
    await withBundle(request, each, ({ folder, read, first }) => {
      const { claims } = claimsShape.parse(JSON.parse(read("claims.json")));
      const { status, told } = follow(first, folder);
      expect(told).toContain("The words of all claims were read again.");
      expect(told).toContain("Everything passes.");
      expect(status).toBe(0);
      expect(told.match(/^PASS/gm)).toHaveLength(claims.length);
      expect(read("article.txt")).toContain(`[${claims.length}]`);
    });
  }
});

test("another digit in a cell fails the claim that rests on it, by name", async ({ request }) => {
  await withBundle(request, article, ({ folder, read, first }) => {
    const { claims } = claimsShape.parse(JSON.parse(read("claims.json")));
    const claim = claims.find(({ words }) => words === "$36.5 trillion");
    const cells = read("cells.csv");
    const changed = cells.replace(",2025-12,36479521,", ",2025-12,36479522,");
    expect(changed).not.toBe(cells);
    writeFileSync(path.join(folder, "cells.csv"), changed);
    const { status, told } = follow(first, folder);
    expect(status).toBe(1);
    expect(told).toMatch(new RegExp(`^FAIL +${claim?.number} {2}\\$36\\.5 trillion$`, "m"));
  });
});

test("every cell stands in the Treasury’s own files at its line and column", async ({
  request,
}) => {
  test.skip(!existsSync(treasuryFiles), `${treasuryFiles} is not there`);
  for (const each of await articlesOf(request)) {
    await withBundle(request, each, ({ folder, second }) => {
      const { status, told } = follow(second.replace("treasury", treasuryFiles), folder);
      expect(told).toMatch(/^PASS \w+\.txt: SHA-256/m);
      expect(status, told.slice(-2000)).toBe(0);
      const nowhere = follow(second.replace("treasury", "."), folder);
      expect(nowhere.told).toMatch(/^FAIL \w+\.txt: no file in \. has the SHA-256/m);
      expect(nowhere.status).toBe(1);
    });
  }
});

test("the claims of an article are files that programs can ask for, keep and cite", async ({
  request,
}) => {
  const slug = article.split("/").at(-1) ?? "";
  for (const [name, type, saved] of [
    ["claims.json", "application/json", "inline"],
    ["claims.csv", "text/csv; charset=utf-8; header=present", "attachment"],
    ["evidence.zip", "application/zip", "attachment"],
  ] as const) {
    const address = `${article}/${name}`;
    const [first, again, head] = [
      await request.get(address),
      await request.get(address),
      await request.head(address),
    ];
    expect(first.headers()["content-type"]).toBe(type);
    expect(first.headers()["content-disposition"]).toMatch(
      new RegExp(`^${saved}; filename="${slug}-(?:claims|evidence)-\\d{4}-\\d{2}-\\d{2}\\.\\w+"$`),
    );
    expect(first.headers()["access-control-allow-origin"]).toBe("*");
    expect((await first.body()).equals(await again.body())).toBe(true);
    const etag = first.headers()["etag"] ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(head.headers()["etag"]).toBe(etag);
    const known = await request.get(address, { headers: { "if-none-match": etag } });
    expect(known.status()).toBe(304);
    const asked = await request.fetch(address, { method: "OPTIONS" });
    expect(asked.status()).toBe(204);
    const nobody = await request.get(`/articles/no-such-article/${name}`);
    expect(nobody.status()).toBe(404);
    expect(nobody.headers()["content-type"]).toBe("application/problem+json");
  }
  const json = await (await request.get(`${article}/claims.json`)).text();
  const { claims } = claimsShape.parse(JSON.parse(json));
  const zip = unzipSync(await (await request.get(`${article}/evidence.zip`)).body());
  expect(Buffer.from(zip[`${slug}-evidence/claims.json`] ?? []).toString()).toBe(json);
  const csv = await (await request.get(`${article}/claims.csv`)).text();
  const rows = z
    .array(z.object({ id: z.string(), words: z.string(), licence: z.string() }))
    .parse(parse(csv, { columns: true }));
  expect(rows.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
  expect(Buffer.from(zip[`${slug}-evidence/claims.csv`] ?? []).toString()).toBe(csv);
  const cells = Buffer.from(zip[`${slug}-evidence/cells.csv`] ?? []).toString();
  expect(cellsShape.parse(parse(cells, { columns: true })).length).toBeGreaterThan(100);
});

test("an article ends with its ledger, each claim linked to its place and to its receipt", async ({
  page,
  request,
}) => {
  await page.goto(article);
  const { claims } = claimsShape.parse(await (await request.get(`${article}/claims.json`)).json());
  const inText = await page
    .locator(".article a.claim")
    .evaluateAll((links) => links.map((link) => link.id));
  expect(inText).toEqual(claims.map(({ id }) => `claim-${id}`));
  const ledger = page.getByRole("region", { name: "The ledger" });
  await ledger.getByText(`Show the ${claims.length} claims`).click();
  await expect(ledger.getByRole("row")).toHaveCount(claims.length + 1);
  const row = ledger.getByRole("row", { name: "$36.5 trillion" });
  await expect(row).toContainText("$36.479521 trillion");
  await expect(row).toContainText("Holds, rounded");
  expect(await axeFindings(page)).toEqual([]);
  await row.getByRole("link", { name: "in the text" }).click();
  await expect(page.locator("a.claim:target")).toHaveText(/\$36\.5 trillion/);
  await row.getByRole("link", { name: "$36.5 trillion" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Receipt for “$36.5 trillion”");
  await page.getByRole("link", { name: "All claims of this article" }).click();
  await expect(page).toHaveURL(/\/ledger#row-\w+$/);
  await expect(page.getByRole("row")).toHaveCount(claims.length + 1);
  await expect(page.locator("tr:target")).toContainText("Holdings of U.S. long-term securities");
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test("search engines are told what an article cites, by the fingerprint of each file", async ({
  page,
  request,
}) => {
  await page.goto(article);
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  const download = z.object({
    "@type": z.literal("DataDownload"),
    contentUrl: z.url(),
    encodingFormat: z.string().regex(/^\w+\/[\w-]+$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  });
  const shape = z.object({
    "@context": z.literal("https://schema.org"),
    "@type": z.literal("NewsArticle"),
    citation: z
      .array(
        z.object({
          "@type": z.literal("Dataset"),
          name: z.string(),
          description: z.string().min(50),
          url: z.url(),
          license: z.url(),
          distribution: download,
        }),
      )
      .min(1),
    isBasedOn: z.array(z.url()).min(1),
    hasPart: z.object({ "@type": z.literal("Dataset"), distribution: z.array(download).length(3) }),
  });
  const told = shape.parse(JSON.parse(text ?? ""));
  for (const { contentUrl, sha256 } of told.hasPart.distribution) {
    const body = await (await request.get(pathOf(contentUrl))).body();
    expect(createHash("sha256").update(body).digest("hex"), contentUrl).toBe(sha256);
  }
  for (const address of told.isBasedOn) {
    expect((await request.get(pathOf(address))).status(), address).toBe(200);
  }
});
