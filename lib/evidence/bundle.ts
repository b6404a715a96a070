import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { zipSync } from "fflate";
import { stringify } from "yaml";
import { bundleReadme } from "./bundle-readme.ts";
import { claimsCsv } from "./claims-csv.ts";
import { claimsJson } from "./claims-json.ts";
import type { Ledger } from "./ledger.ts";
import { cellsCsv, sourcesCsv } from "./tables.ts";
import { articleAddress, citeLedger, licence, titleOf } from "./terms.ts";

const home = path.join("lib", "evidence");

/** The program that checks a bundle, file by file. It travels as it is, so it uses nothing of ours. */
export async function recheckProgram(): Promise<Readonly<Record<string, string>>> {
  const parts = await readdir(path.join(home, "recheck"));
  const names = ["recheck.mjs", ...parts.toSorted().map((part) => `recheck/${part}`)];
  const texts = await Promise.all(names.map((name) => readFile(path.join(home, name), "utf8")));
  return Object.fromEntries(texts.map((text, at) => [names[at] ?? "", text]));
}

/** The files of a bundle by name. `origin` is where the site is published. */
export async function bundleFiles(
  ledger: Ledger,
  origin: string,
): Promise<Readonly<Record<string, string>>> {
  const files = {
    "CITATION.cff": citationFile(ledger, origin),
    "LICENSE.txt": `${licence}\n\nrecheck.mjs and recheck/: MIT.\n`,
    "README.md": bundleReadme(ledger, origin),
    "article.txt": ledger.text,
    "cells.csv": cellsCsv(ledger),
    "claims.csv": claimsCsv(ledger, origin),
    "claims.json": claimsJson(ledger, origin),
    ...(await recheckProgram()),
    "sources.csv": sourcesCsv(ledger),
  };
  return { ...files, SHA256SUMS: sumsOf(files) };
}

/** The fingerprint of each file, as `sha256sum -c` reads them. */
function sumsOf(files: Readonly<Record<string, string>>): string {
  return Object.entries(files)
    .map(([name, text]) => `${createHash("sha256").update(text).digest("hex")}  ${name}\n`)
    .join("");
}

/**
 * The bundle as a zip file with one folder in it. The same ledger gives the same bytes on every machine: names in order, the
 * day of the data as that of every file, and a compressor that is a part of this program and not of the system.
 */
export async function bundleZip(ledger: Ledger, origin: string): Promise<Uint8Array> {
  const folder = `${ledger.article.slug}-evidence`;
  const files = Object.entries(await bundleFiles(ledger, origin)).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(files.map(([name, text]) => [`${folder}/${name}`, encoder.encode(text)])),
    { level: 9, mtime: dayOf(ledger) },
  );
}

/**
 * The later of the days on which the text and the data last changed. A zip file has local time without a zone: noon on that
 * day is noon everywhere.
 */
function dayOf({ article, newest }: Ledger): Date {
  const day = article.updated > newest ? article.updated : newest;
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}

/** How to cite the bundle, in the Citation File Format 1.2.0. */
function citationFile(ledger: Ledger, origin: string): string {
  const { article, sources } = ledger;
  return stringify(
    {
      "cff-version": "1.2.0",
      message: citeLedger(ledger, origin),
      type: "dataset",
      title: titleOf(ledger),
      authors: [{ name: article.byline }],
      "date-released": article.updated,
      version: ledger.newest,
      url: articleAddress(article.slug, origin),
      references: sources.map(({ release, vintage, file, url, sha256 }) => ({
        type: "data",
        title: `${file} (${release}), vintage of ${vintage}`,
        authors: [{ name: "U.S. Department of the Treasury" }],
        url,
        notes: `SHA-256 ${sha256}`,
      })),
    },
    { lineWidth: 0 },
  );
}
