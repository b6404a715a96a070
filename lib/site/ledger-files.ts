import { createHash } from "node:crypto";
import { bundleZip } from "#lib/evidence/bundle";
import { claimsCsv } from "#lib/evidence/claims-csv";
import { claimsJson } from "#lib/evidence/claims-json";
import type { Ledger } from "#lib/evidence/ledger";
import type { LedgerFileName } from "./ledger-path.ts";

/** A file that an article offers beside its page. */
export interface LedgerFile {
  readonly body: Buffer;
  readonly mediaType: string;
  /** What it is called when it is saved. */
  readonly fileName: string;
  readonly sha256: string;
}

export type LedgerFiles = Readonly<Record<LedgerFileName, LedgerFile>>;

/** The files of an article. `origin` is where the site is published. */
export async function makeLedgerFiles(ledger: Ledger, origin: string): Promise<LedgerFiles> {
  const { slug } = ledger.article;
  return {
    "claims.json": file(
      claimsJson(ledger, origin),
      "application/json",
      `${slug}-claims-${ledger.newest}.json`,
    ),
    "claims.csv": file(
      claimsCsv(ledger, origin),
      "text/csv; charset=utf-8; header=present",
      `${slug}-claims-${ledger.newest}.csv`,
    ),
    "evidence.zip": file(
      await bundleZip(ledger, origin),
      "application/zip",
      `${slug}-evidence-${ledger.newest}.zip`,
    ),
  };
}

function file(content: string | Uint8Array, mediaType: string, fileName: string): LedgerFile {
  const body = Buffer.from(content);
  return { body, mediaType, fileName, sha256: createHash("sha256").update(body).digest("hex") };
}
