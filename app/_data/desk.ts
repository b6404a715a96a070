import "server-only";
import type { DeskArticle } from "#lib/desk/desk-article";
import { checkRange, type DeskRange } from "#lib/desk/desk-range";
import type { VintageDate } from "#lib/series/observation";
import type { AddressParameters } from "#lib/site/data-query";
import { readDeskQuery } from "#lib/site/desk-query";
import type { Site } from "#lib/site/site";
import { listReleases } from "#lib/store/vintage-rows";
import { FairLine } from "../_http/fair-line.ts";
import { Kept } from "../_http/kept.ts";
import { sharedAllowances } from "../_http/shared-allowances.ts";
import { reportOutage } from "./report-outage.ts";
import { getSite } from "./site.ts";
import { store } from "./store.ts";

/** The desk as asked for, or the newest and why it is not what was asked for. */
export interface DeskFound {
  /** The days of all vintages held, the newest first. */
  readonly days: readonly VintageDate[];
  readonly range: DeskRange;
  readonly articles: readonly DeskArticle[];
  /** Why what was asked for is not shown; then the newest is. */
  readonly refused: string | null;
}

/** What everybody is shown who chooses nothing. */
const newest: DeskRange = { from: null, to: null };

let shown:
  | { readonly holds: string; readonly articles: Promise<readonly DeskArticle[]> }
  | undefined;
const kept = new Kept<readonly DeskArticle[]>(12);

/** Every sentence at two vintages is up to a second of work: one pair at a time, and three wait, none for longer than a reader does. */
const line = new FairLine(4);
const patience = 6_000;

/** Eight pairs at once, then one in ten seconds: nobody reads faster. What is at hand costs nothing. */
const allowance = sharedAllowances().of("desk", { most: 8, every: 10_000 });

/** Every sentence between the two vintages of an address; null when the store or the site cannot say. */
export async function getDesk(asked: AddressParameters, asker: string): Promise<DeskFound | null> {
  try {
    return await findDesk(asked, asker);
  } catch (error) {
    reportOutage("The desk cannot be made", error);
    return null;
  }
}

async function findDesk(asked: AddressParameters, asker: string): Promise<DeskFound> {
  const site = await getSite();
  const held = (await listReleases(store())).flatMap(({ vintages }) => vintages);
  const days = [...new Set(held.map(({ date }) => date))].sort().reverse();
  const query = readDeskQuery(asked);
  const checked = query.ok ? checkRange(query, held) : query;
  const chosen = checked.ok ? await articlesOf(site, checked.range, asker) : checked.message;
  return checked.ok && typeof chosen !== "string"
    ? { days, range: checked.range, articles: chosen, refused: null }
    : {
        ...{ days, range: newest, articles: await newestOf(site) },
        refused: typeof chosen === "string" ? chosen : null,
      };
}

/** Made once for as long as the site is the same; or why not now. */
async function articlesOf(
  site: Site,
  range: DeskRange,
  asker: string,
): Promise<readonly DeskArticle[] | string> {
  if (range.from === null && range.to === null) return newestOf(site);
  const key = `${site.holds} ${range.from ?? ""}..${range.to ?? ""}`;
  const known = kept.get(key);
  if (known) return known;
  const { wait } = allowance.take(asker, performance.now());
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    return `From where you are, many vintages have been asked for in a short time. Try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}`;
  }
  const make = async () => {
    const articles = kept.get(key) ?? (await site.desk(range));
    kept.set(key, articles);
    return articles;
  };
  const made = await line.join(asker, make, AbortSignal.timeout(patience));
  return made === "busy" || made === "gone"
    ? "Too many ask for other vintages just now. Try again in some seconds"
    : made;
}

/** Made outside the line, which those who choose may fill. A failure is not kept. */
function newestOf(site: Site): Promise<readonly DeskArticle[]> {
  if (shown?.holds === site.holds) return shown.articles;
  const made = { holds: site.holds, articles: site.desk(newest) };
  shown = made;
  made.articles.catch(() => {
    if (shown === made) shown = undefined;
  });
  return made.articles;
}
