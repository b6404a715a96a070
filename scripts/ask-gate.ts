import { keptFindings } from "#lib/cli/kept-findings";
import { formatProblem } from "#lib/series/problem";
import { contentFolder } from "#lib/site/content";
import { reportContent } from "#lib/site/report-content";
import { storeHolds } from "#lib/site/holds";
import { createReader } from "#lib/store/reader";
import { openStore } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import { Refusal } from "./refusal.ts";

/**
 * Asks the gate about all content, before anything is built or served of it; an article that did not change is not looked at again.
 * Gives what there is, in a few words; `keptIn` is where findings are kept, when not with those of `tickmark check`. Throws a `Refusal` that lists what stops the site.
 */
export async function askGate(
  databaseUrl: string,
  folder = contentFolder,
  keptIn?: string,
): Promise<string> {
  const store = openStore(databaseUrl, 2);
  try {
    // Asked first: what is loaded while the vintages are listed makes findings that nobody keeps.
    const held = await storeHolds(store);
    const vintages = (await listReleases(store)).flatMap((release) => release.vintages);
    const { reports, unchanged, problems, blocking } = await reportContent({
      ...{ reader: createReader(store), heldVintages: vintages, now: new Date(), folder },
      keeping: await keptFindings(store, held, keptIn),
    });
    if (blocking.length > 0) {
      const count = blocking.length === 1 ? "1 problem" : `${blocking.length} problems`;
      throw new Refusal(`The content has ${count}:\n${blocking.map(formatProblem).join("\n")}`);
    }
    const drafts = reports.filter(({ isDraft }) => isDraft).length;
    const [articles, inDrafts] = [reports.length - drafts, problems.length];
    return [
      `${articles} articles hold, ${unchanged} of ${reports.length} unchanged`,
      ...(drafts === 0 ? [] : [`${drafts} drafts with ${inDrafts} problems`]),
    ].join("; ");
  } finally {
    await store.close();
  }
}
