import { citeVintage } from "#lib/series/citation";
import type { Series } from "#lib/series/series";
import type { Release, Vintage } from "#lib/series/vintage";

/** A series at one vintage, ready to be cited. `address` is the full address of its page as of that vintage. */
export interface Citation {
  readonly text: string;
  readonly bibtex: string;
}

/** The sentence that the API gives too, and BibTeX. Both name publisher, table, series, vintage and the file's fingerprint, so that the figures can be found again. */
export function citeSeries(
  series: Series,
  release: Release,
  vintage: Vintage,
  address: string,
): Citation {
  const { key, title } = series;
  const { date, snapshot } = vintage;
  const year = date.slice(0, 4);
  return {
    text: citeVintage(series, release, vintage, address),
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
