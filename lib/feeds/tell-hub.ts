import { feedPath, firstFeedPath, formatNames } from "./feed-path.ts";

/** How long a hub, and a server that is asked for a document, may take. */
export const hubPatience = 20_000;

/** The address of a hub, as it is set; null when none is. Throws when it is no address. */
export function readHub(hub: string | undefined): string | null {
  if (hub === undefined || hub === "") return null;
  if (URL.canParse(hub) && /^https?:$/.test(new URL(hub).protocol)) return hub;
  throw new Error(`TICKMARK_WEBSUB_HUB must be the address of a hub, https://…; it is "${hub}"`);
}

/** Where a hub fetches every document of the feeds, which are given by their paths without formats. */
export function feedAddresses(paths: readonly string[], site: URL): string[] {
  const documents = paths.flatMap((path) => formatNames.map((format) => feedPath(path, format)));
  return [firstFeedPath, ...documents].map((address) => new URL(address, site).href);
}

/** Names the documents to a WebSub hub, in one request. Throws when it does not take it. */
export async function tellHub(hub: string, addresses: readonly string[]): Promise<void> {
  const body = new URLSearchParams({ "hub.mode": "publish" });
  for (const address of addresses) body.append("hub.url", address);
  const answer = await fetch(hub, {
    method: "POST",
    body,
    redirect: "error",
    signal: AbortSignal.timeout(hubPatience),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`${new URL(hub).host} answered ${answer.status}`);
}
