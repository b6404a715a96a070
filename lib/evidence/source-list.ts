import { formatDay } from "#lib/series/format";
import type { Ledger, LedgerSource } from "./ledger.ts";
import { formOf } from "./tables.ts";

/** The files and the pages that figures stand in, in Markdown: which they are, where the Treasury has them, and what is known of them. */
export function sourceList({ sources }: Pick<Ledger, "sources">): string {
  const each = [...new Map(sources.map((source) => [source.sha256, source])).values()];
  const [files, pages] = [each.filter(isFile), each.filter((source) => !isFile(source))];
  return [
    ...(files.length > 0 ? [filesText(files)] : []),
    ...(pages.length > 0 ? [pagesText(pages)] : []),
  ]
    .map((text) => `${text}\n`)
    .join("\n");
}

function isFile({ file }: LedgerSource): boolean {
  return formOf(file) === "file";
}

function filesText(files: readonly LedgerSource[]): string {
  const list = files.map(
    ({ file, vintage, url, sha256, bytes, retrieved, note }) =>
      `- \`${file}\` of the release of ${formatDay(vintage)}, ${bytes} bytes\\
  SHA-256 \`${sha256}\`\\
  today’s is at <${url}>; the release is archived as <${archiveOf(vintage, url)}>${
    retrieved === null ? "" : `; retrieved by us on ${formatDay(retrieved)}`
  }${note === null ? "" : `\\\n  ${note}`}`,
  );
  return `The files:

${list.join("\n")}

The Treasury puts the file of each release in the place of the one before, so what is at an address today may be a later one; its
SHA-256 then differs. Since December 31, 2002 it also archives each release, under the day of the release. Unpack archives in
\`treasury\`: the program looks into folders, and not into zip files. We have not opened these archives; whether the file in one
is the one that we read is what its SHA-256 says. We publish no copies of the files, and know of no other place that keeps them.`;
}

function pagesText(pages: readonly LedgerSource[]): string {
  const list = pages.map(
    ({ file, vintage, url }) => `- \`${file}\`, ${formatDay(vintage)}: <${url}>`,
  );
  return `The press releases, which are pages and no files. Their tables were read from a collection, so the program prints each figure,
and you look for it on the page; nothing is to be downloaded:

${list.join("\n")}`;
}

/** Where the Treasury archives a release: beside the files of its newest. */
function archiveOf(vintage: string, url: string): string {
  return new URL(`ticrel_${vintage.replaceAll("-", "")}.zip`, url).href;
}
