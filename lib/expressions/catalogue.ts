import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { nodesOf, partsOf, type Expression, type KeyNode } from "./tree.ts";

/** What is known of the series a tree names. */
export interface Catalogue {
  /** By key; a key that does not exist is not there. */
  readonly series: ReadonlyMap<string, Series>;
  /** By key, for those that are ranked. */
  readonly peers: ReadonlyMap<string, readonly Series[]>;
}

/** Asks the reader once for each key. */
export async function loadCatalogue(tree: Expression, reader: SeriesReader): Promise<Catalogue> {
  const keys = new Set(keysIn(tree).map(({ key }) => key));
  const ranked = new Set(
    [...nodesOf(tree)].flatMap((node) => (node.kind === "rank" ? [node.key.key] : [])),
  );
  const [series, peers] = await Promise.all([
    Promise.all([...keys].map((key) => reader.describe(key))),
    Promise.all([...ranked].map(async (key) => [key, await reader.peers(key)] as const)),
  ]);
  const found = series.flatMap((one) => (one === null ? [] : [[one.key, one] as const]));
  return { series: new Map(found), peers: new Map(peers) };
}

/** Every key a tree names, with its place; a key named twice is there twice. */
export function keysIn(tree: Expression): KeyNode[] {
  return [...nodesOf(tree)].flatMap((node) => partsOf(node).keys);
}
