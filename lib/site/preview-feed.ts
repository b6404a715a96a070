import { absoluteHtml } from "#lib/feeds/absolute-html";
import type { FeedEntry, PlannedEntry } from "#lib/feeds/feed";
import { mainSubjects } from "#lib/feeds/subjects";
import { writeFeed } from "#lib/feeds/write-feed";

/** An entry as feeds will have it. */
export interface FeedPreview {
  readonly entry: Omit<FeedEntry, "html">;
  /** A document with the entry in it, for a frame without scripts. */
  readonly document: string;
  /** The same entry as Atom 1.0, alone in its feed. */
  readonly atom: string;
}

/**
 * Writes entries as feeds will, for a site. In the frame pictures are those of the server that shows it, since what is not
 * published has none elsewhere; styles of tables are left out, as our policy lets none be written into a page.
 */
export async function previewEntries(
  entries: readonly PlannedEntry[],
  site: URL,
  styles: string,
): Promise<FeedPreview[]> {
  const [subject] = mainSubjects;
  if (subject === undefined) return [];
  return Promise.all(
    entries.map(async ({ write, ...heading }) => {
      const entry: FeedEntry = { ...heading, ...(await write()) };
      const { html, ...rest } = entry;
      const body = absoluteHtml(html, new URL(entry.path, site))
        .replaceAll(` src="${site.origin}/`, ' src="/')
        .replaceAll(/ style="[^"]*"/gu, "");
      const alone = { subject, entries: [entry], archive: null, archives: 0 };
      return {
        entry: rest,
        document: `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><link rel="stylesheet" href="${styles}"></head><body>${body}</body></html>`,
        atom: writeFeed("atom", alone, { site, self: `${subject.path}.atom`, hub: null }),
      };
    }),
  );
}
