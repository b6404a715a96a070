import type { SeriesReader } from "#lib/series/reader";
import { contentState } from "./content-state.ts";
import { openGate, type Gate } from "./gate.ts";

/**
 * Opens the gate of a folder as `openGate` does, and again only when a file that articles share was written to, or the reader is another: for
 * who asks after every save, and for whom reading the words takes longer than reading the article.
 */
export function keepGate(): typeof openGate {
  let kept:
    | { readonly stamp: string; readonly reader: SeriesReader; readonly gate: Gate }
    | undefined;
  return async (reader, heldVintages, folder) => {
    // Asked first: what is written to while the files are read, though it be undone, is seen the next time.
    const { stamp } = contentState(folder);
    if (kept?.stamp === stamp && kept.reader === reader) return kept.gate;
    const gate = await openGate(reader, heldVintages, folder);
    kept = { stamp, reader, gate };
    return gate;
  };
}
