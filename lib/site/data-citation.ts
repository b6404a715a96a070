import { formatDay } from "#lib/series/format";
import type { Series } from "#lib/series/series";
import type { Release, Vintage } from "#lib/series/vintage";

/** A series at one vintage, ready to be cited. `address` is the full address of its page as of that vintage. */
export interface Citation {
  readonly text: string;
  readonly bibtex: string;
}

/** Names publisher, table, series, vintage and the file's fingerprint, so that the figures can be found again. */
export function citeSeries(
  { key, title }: Series,
  release: Release,
  { date, snapshot }: Vintage,
  address: string,
): Citation {
  const year = date.slice(0, 4);
  return {
    text: `${release.publisher}, “${title},” ${release.title}, ${snapshot.fileName}, vintage of ${formatDay(date)} (SHA-256 ${snapshot.sha256}). Read in Tickmark as ${key}, ${address}`,
    bibtex: [
      `@misc{${key.replaceAll(".", "-")}-${date},`,
      `  author = {{${escapeTex(release.publisher)}}},`,
      `  title  = {{${escapeTex(title)}}},`,
      `  year   = {${year}},`,
      `  note   = {${escapeTex(`${release.title}, ${snapshot.fileName}, vintage of ${date}, SHA-256 ${snapshot.sha256}; Tickmark series ${key}`)}},`,
      `  url    = {${address}}`,
      "}",
    ].join("\n"),
  };
}

/** Characters that mean something else to TeX. */
function escapeTex(text: string): string {
  return text.replace(/[&%$#_{}]/g, (character) => `\\${character}`);
}
