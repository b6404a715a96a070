import { feedAddresses, hubPatience, tellHub } from "#lib/feeds/tell-hub";

/** How often it is looked whether there is anything to tell. */
const every = 30_000;

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
 * compares what it fetches, so the new documents must be there before it hears of them: a change is told at the second look, when
 * all parts of the server have seen it, and after each document has been fetched. What the hub does not take is tried again at the
 * next look. Gives what ends it.
 */
export function keepHubTold({ hub, site, paths, holds, report }: Telling): () => void {
  let seen: string | undefined;
  let told: string | undefined;
  let isBusy = false;
  // What `fetch` throws for a host that is not there looks like a mistake of ours.
  const fail = (what: string) => (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    report(what, new Error(message, { cause: error }));
  };
  const look = async () => {
    const now = await holds();
    const isSettled = now === seen;
    seen = now;
    if (!isSettled || now === told) return;
    const addresses = feedAddresses(await paths(), site);
    // Where the server cannot reach itself, the hub may still reach it.
    await fetchAll(addresses).catch(fail("The feeds cannot be fetched before the hub is told"));
    await tellHub(hub, addresses);
    told = now;
  };
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    void look()
      .catch(fail("The hub cannot be told"))
      .finally(() => (isBusy = false));
  }, every);
  // A server that has nothing else to do may end.
  timer.unref();
  return () => clearInterval(timer);
}

/** Has each document made as it is now, and no cache on the way keep an older one. Throws at the first that cannot be fetched. */
async function fetchAll(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const answer = await fetch(address, {
      headers: { prefer: "wait=20" },
      signal: AbortSignal.timeout(hubPatience),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  }
}
