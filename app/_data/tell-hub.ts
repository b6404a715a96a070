import { feedPath, firstFeedPath, formatNames } from "#lib/feeds/feed-path";

/** How often it is looked whether there is anything to tell, and how long a hub may take. */
const [every, patience] = [60_000, 20_000];

/** What is told, to whom, and how it is known that there is something to tell. */
export interface Telling {
  readonly hub: string;
  readonly site: URL;
  /** The paths of the feeds that name the hub, without their formats. */
  readonly paths: () => Promise<readonly string[]>;
  /** Names what feeds are made from now. */
  readonly holds: () => Promise<string>;
  readonly report: (what: string, error: unknown) => void;
}

/**
 * Tells a WebSub hub when feeds have changed, and once after every start, since new content comes with a new server; a hub
 * compares what it fetches. What fails is tried again a minute later. Gives what ends it.
 */
export function keepHubTold({ hub, site, paths, holds, report }: Telling): () => void {
  let told: string | undefined;
  const tell = async () => {
    try {
      const now = await holds();
      if (now === told) return;
      await tellHub(hub, site, await paths());
      told = now;
    } catch (error) {
      // What `fetch` throws for a host that is not there looks like a mistake of ours.
      const message = error instanceof Error ? error.message : String(error);
      report("The hub cannot be told", new Error(message, { cause: error }));
    }
  };
  const timer = setInterval(() => void tell(), every);
  // A server that has nothing else to do may end.
  timer.unref();
  return () => clearInterval(timer);
}

/** Names every document of the feeds to the hub, in one request. Throws when it does not take it. */
async function tellHub(hub: string, site: URL, paths: readonly string[]): Promise<void> {
  const addresses = [
    firstFeedPath,
    ...paths.flatMap((path) => formatNames.map((format) => feedPath(path, format))),
  ];
  const body = new URLSearchParams({ "hub.mode": "publish" });
  for (const address of addresses) body.append("hub.url", new URL(address, site).href);
  const answer = await fetch(hub, {
    method: "POST",
    body,
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`${new URL(hub).host} answered ${answer.status}`);
}
