import "server-only";
import type { DeskArticle } from "#lib/desk/desk-article";
import { checkRange, type DeskRange } from "#lib/desk/desk-range";
import type { VintageDate } from "#lib/series/observation";
import { listReleases } from "#lib/store/vintage-rows";
import { Kept } from "../_http/kept.ts";
import { Line } from "../_http/line.ts";
import { getSite } from "./site.ts";
import { store } from "./store.ts";

/** The desk as asked for, or why there is none. */
export interface DeskFound {
  /** The days of all vintages held, the newest first. */
  readonly days: readonly VintageDate[];
  readonly range: DeskRange;
  readonly articles: readonly DeskArticle[];
  /** Why what was asked for cannot be read; then the newest is shown. */
  readonly refused: string | null;
}

const kept = new Kept<readonly DeskArticle[]>(12);
/** Every sentence at two vintages is seconds of work: one at a time, and few wait. */
const line = new Line(8);

/** Every sentence between two vintages, made once for as long as the site is the same; null when too many wait for theirs. */
export async function getDesk(from: string, to: string): Promise<DeskFound | null> {
  const site = await getSite();
  const held = (await listReleases(store())).flatMap(({ vintages }) => vintages);
  const days = [...new Set(held.map(({ date }) => date))].sort().reverse();
  const checked = checkRange({ from: from || null, to: to || null }, held);
  const range = checked.ok ? checked.range : { from: null, to: null };
  const key = `${site.holds} ${range.from ?? ""}..${range.to ?? ""}`;
  const articles =
    kept.get(key) ??
    (await line.join(async () => {
      const made = kept.get(key) ?? (await site.desk(range));
      kept.set(key, made);
      return made;
    }));
  if (articles === "busy" || articles === "gone") return null;
  return { days, range, articles, refused: checked.ok ? null : checked.message };
}
