import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { groupBy } from "./group-by.ts";
import { coreOf, type KeyNode } from "./series-node.ts";
import { nodesOf, partsOf, type Expression } from "./tree.ts";

/** What is known of the series a tree names. */
export interface Catalogue {
  /** By key; a key that does not exist is not there. Countries that are ranked with those named are there too. */
  readonly series: ReadonlyMap<string, Series>;
  /** The countries of the same table, by key, for those that are ranked and one of each that are added up. */
  readonly peers: ReadonlyMap<string, readonly Series[]>;
}

/** Asks the reader once for each key. */
export async function loadCatalogue(tree: Expression, reader: SeriesReader): Promise<Catalogue> {
  const nodes = [...nodesOf(tree)];
  const keys = new Set(nodes.flatMap((node) => partsOf(node).keys.map(({ key }) => key)));
  const compared = new Set(nodes.flatMap(keysWithPeers));
  const [series, peers] = await Promise.all([
    Promise.all([...keys].map((key) => reader.describe(key))),
    Promise.all([...compared].map(async (key) => [key, await reader.peers(key)] as const)),
  ]);
  const all = [...peers.flatMap(([, countries]) => countries), ...series];
  const found = all.flatMap((one) => (one === null ? [] : [[one.key, one] as const]));
  return { series: new Map(found), peers: new Map(peers) };
}

/** Every key a tree names, with its place; a key named twice is there twice. */
export function keysIn(tree: Expression): KeyNode[] {
  return [...nodesOf(tree)].flatMap((node) => partsOf(node).keys);
}

/** A key without its area: series that are added up are countries of one table when this is the same. */
export function tableOf({ key }: KeyNode): string {
  return key.slice(0, key.lastIndexOf("."));
}

function keysWithPeers(node: Expression): string[] {
  if (node.kind === "rank" && node.peers === null) {
    const core = coreOf(node.key);
    return core.kind === "key" ? [core.key] : [];
  }
  return partsOf(node).series.flatMap((series) => {
    const core = coreOf(series);
    if (core.kind === "key" || (node.kind === "rank" && series === node.peers)) return [];
    return groupBy(core.keys, tableOf).flatMap(([first, second]) =>
      first && second ? [first.key] : [],
    );
  });
}
