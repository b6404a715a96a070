import { setTimeout as wait } from "node:timers/promises";
import { feedAddresses, readHub, tellHub } from "#lib/feeds/tell-hub";
import { toldPaths } from "#lib/site/told-feeds";

/** How often a server is asked whether it shows what was published, and how long after one another. */
const patience = { tries: 60, every: 1000 };

/** Where the site is, and its hub. */
export interface Ping {
  readonly site: URL;
  readonly hub: string;
}

/** What a ping needs of the environment, or what is wrong with it. */
export function readPing(environment: NodeJS.ProcessEnv): Ping | string {
  const site = environment["SITE_URL"];
  if (site === undefined || !URL.canParse(site))
    return "--ping needs SITE_URL, the address of the site, such as https://tickmark.example";
  try {
    const hub = readHub(environment["TICKMARK_WEBSUB_HUB"]);
    return hub === null
      ? "--ping needs TICKMARK_WEBSUB_HUB, the address of the hub that the feeds name"
      : { site: new URL(site), hub };
  } catch (error) {
    return messageOf(error);
  }
}

/**
 * Tells the hub of every feed as soon as the site shows the article: it fetches them at once, and must not find the old ones. Gives
 * why that could not be, or null.
 */
export async function pingHub(
  path: string,
  { site, hub }: Ping,
  folder: string,
  { tries, every } = patience,
): Promise<string | null> {
  const address = new URL(path, site).href;
  try {
    for (let tried = 1; ; tried += 1) {
      const answer = await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(20_000) });
      if (answer.ok) break;
      if (tried === tries) return `${address} answers ${answer.status}`;
      await wait(every);
    }
    await tellHub(hub, feedAddresses(await toldPaths(folder), site));
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
