import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { catalogueMark, writtenBy } from "#lib/store/catalogue-mark";
import type { Store } from "#lib/store/store";
import { storeTime } from "#lib/store/store-time";
import { namesOfVintages } from "#lib/store/vintage-rows";
import { digest } from "./content-state.ts";
import type { ShownContent } from "./shown-content.ts";

/**
 * A short text that changes when the store (`storeHolds`) does or what readers see of the content (`shownContent`): what pages are
 * made from, and so part of the key of each (cache-handler.mjs).
 */
export function siteHolds(held: string, shown: string): string {
  return digest(`${held} ${shown}`);
}

/** The same for the pages of one article, which rest on it and on what others show of themselves: `<text> <slug>`. */
export function articleHolds(
  held: string,
  shown: Pick<ShownContent, "markOf">,
  slug: string,
): string | null {
  const mark = shown.markOf(slug);
  return mark === null ? null : `${digest(`${held} ${mark}`)} ${slug}`;
}

/** What a store was seen to hold. */
export interface Holding {
  /** A short text that changes when the store gets a vintage, or says something else of its series. */
  readonly held: string;
  /** The date of the newest vintage; null where there is none. */
  readonly newest: VintageDate | null;
  /** Both only grow: by them it is told which of two holdings of a store and its replicas is the older. */
  readonly vintages: number;
  readonly written: bigint;
  /** What time it was there. */
  readonly time: Date;
}

/** What the store holds now. Cheap, as it is asked every second. */
export async function storeHolding(store: Store): Promise<Holding> {
  const { names, mark, held } = await readHeld(store);
  const days = names.map((name) => name.split(" ")[1] ?? "").filter(isVintageDate);
  return {
    held,
    newest: days.sort().at(-1) ?? null,
    vintages: names.length,
    written: writtenBy(mark),
    time: await storeTime(store),
  };
}

/** Whether a store as it was seen lacks something of what it had when it was seen as `other`. */
export function isOlder(one: Holding, other: Holding): boolean {
  return one.vintages < other.vintages || one.written < other.written;
}

/** The text alone. */
export async function storeHolds(store: Store): Promise<string> {
  return (await readHeld(store)).held;
}

async function readHeld(store: Store): Promise<{ names: string[]; mark: string; held: string }> {
  // One after the other: they share one connection of the store's few.
  const names = await namesOfVintages(store);
  const mark = await catalogueMark(store);
  return { names, mark, held: digest([...names, mark].join("\n")) };
}

/** Whether a store that held `held` holds that still. */
export async function stillHolds(store: Store, held: string): Promise<boolean> {
  return (await storeHolds(store)) === held;
}
