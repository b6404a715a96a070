import type { SeriesReader } from "#lib/series/reader";
import { contentState } from "./content-state.ts";
import { openGate, type Gate } from "./gate.ts";

/**
 * Opens the gate of a folder as `openGate` does, and again only when a file that articles share has changed, or the reader has: for
 * who asks after every save, and for whom reading the words takes longer than reading the article.
 */
export function keepGate(): typeof openGate {
  let kept:
    { readonly shared: string; readonly reader: SeriesReader; readonly gate: Gate } | undefined;
  return async (reader, heldVintages, folder) => {
    // Asked first: what changes while the files are read is seen the next time.
    const { shared } = contentState(folder);
    if (kept?.shared === shared && kept.reader === reader) return kept.gate;
    const gate = await openGate(reader, heldVintages, folder);
    kept = { shared, reader, gate };
    return gate;
  };
}
