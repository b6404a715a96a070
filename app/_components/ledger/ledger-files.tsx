import { groupDigits } from "#lib/series/format";
import type { LedgerFiles } from "#lib/site/ledger-files";
import { ledgerFileNames, ledgerFilePath } from "#lib/site/ledger-path";

const what = {
  "claims.json": "Claims, JSON",
  "claims.csv": "Claims, CSV",
  "evidence.zip": "Evidence, zip",
} as const;

/** The files of an article's claims, each with its kind and size. */
export function LedgerFileLinks({ slug, files }: { slug: string; files: LedgerFiles }) {
  return (
    <ul className="ledger-files">
      {ledgerFileNames.map((name) => (
        <li key={name}>
          <a href={ledgerFilePath(slug, name)} download={files[name].fileName}>
            {what[name]}
          </a>{" "}
          <span className="label">{sizeOf(files[name].body.length)}</span>
        </li>
      ))}
    </ul>
  );
}

function sizeOf(bytes: number): string {
  return `${groupDigits(String(Math.max(1, Math.round(bytes / 1000))))} kB`;
}
