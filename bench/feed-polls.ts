import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { createSeededDatabase } from "#lib/store/test-store";
import { step } from "../scripts/progress.ts";
import { startSite } from "../scripts/test-site.ts";
import { buildOnce } from "./built-site.ts";
import type { Line } from "./line.ts";
import { median } from "./timing.ts";
import { inTurns } from "./turns.ts";

const feeds = ["/feeds/articles.atom", "/feed.xml", "/feeds/everything.json"];
/** It has the titles of releases. */
const changing = "/feeds/everything.json";
const [rounds, polls, atOnce] = [7, 1000, 8];

/** What an answer of 304 without a body came to. */
interface Poll {
  readonly perSecond: number;
  readonly bytes: number;
}

/**
 * What a reader costs that asks and has it already, beside a reader of a plain file of the same server: a style sheet, which Next
 * reads from the disk and knows nothing of the store.
 */
export async function benchFeeds(server: string): Promise<Line[]> {
  const root = process.cwd();
  const databaseUrl = await createSeededDatabase(server, "tickmark_feeds");
  const buildFolder = await buildOnce(root, databaseUrl);
  const site = await startSite(root, { databaseUrl, buildFolder });
  try {
    const plain = await styleSheet(site.url);
    const addresses = [plain, ...feeds];
    const tags = new Map<string, string>();
    for (const address of addresses) tags.set(address, await tagOf(`${site.url}${address}`));
    const works = [...tags].map(
      ([address, tag]) =>
        () =>
          pollMany(`${site.url}${address}`, tag),
    );
    const came = await step("polls", async () => {
      const asked = await inTurns(rounds, works);
      return [`${rounds} times ${polls} of each`, asked];
    });
    const found = new Map(addresses.map((address, index) => [address, came[index] ?? []]));
    const change = await pollPastChange(`${site.url}${changing}`, databaseUrl);
    return [...linesOf(plain, found), ...change];
  } finally {
    await site.stop();
  }
}

function linesOf(plain: string, found: ReadonlyMap<string, readonly Poll[]>): Line[] {
  const rateOf = (address: string) =>
    median((found.get(address) ?? []).map((one) => one.perSecond));
  return feeds.flatMap((address): Line[] => {
    const [own, file] = [rateOf(address), rateOf(plain)];
    const bytes = median((found.get(address) ?? []).map((one) => one.bytes));
    return [
      {
        name: `poll of ${address} that finds nothing new`,
        value: file / own,
        unit: "ratio",
        bound: 1.5,
        detail: `${own.toFixed(0)} a second, and ${file.toFixed(0)} of a plain file`,
      },
      {
        name: `bytes of such a poll of ${address}`,
        value: bytes / 1000,
        unit: "kB",
        bound: 1.2,
        detail: "with all headers",
      },
    ];
  });
}

/** Changes what a feed says, and polls as readers do until it is sent: none of them may wait long, and the new must come. */
async function pollPastChange(url: string, databaseUrl: string): Promise<Line[]> {
  const tag = await tagOf(url);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("UPDATE release SET title = title || ' (renamed)'");
  await client.end();
  const began = performance.now();
  let [longest, asked, status] = [0, 0, 304];
  while (status === 304) {
    const one = performance.now();
    const answer = await fetch(url, { headers: { "if-none-match": tag } });
    await answer.arrayBuffer();
    status = answer.status;
    longest = Math.max(longest, performance.now() - one);
    asked += 1;
    if (performance.now() - began > 60_000) throw new Error(`${url} never changed`);
    await sleep(20);
  }
  const detail = `the site and the document are made anew; ${asked} polls, the last answered ${status}`;
  return [
    { name: `longest poll of ${changing} after a change`, value: longest / 1000, bound: 3 },
    {
      name: `from a change until ${changing} has it`,
      value: (performance.now() - began) / 1000,
      bound: 15,
    },
  ].map((line) => ({ ...line, unit: "s", detail }));
}

/** The style sheet of the front page. */
async function styleSheet(site: string): Promise<string> {
  const html = await (await fetch(site)).text();
  const [, address] = /<link[^>]* href="([^"]+\.css[^"]*)"/.exec(html) ?? [];
  if (address === undefined) throw new Error("The front page names no style sheet");
  return address;
}

/** The tag of the plain bytes, which are what is asked for below. */
async function tagOf(url: string): Promise<string> {
  const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
  await answer.arrayBuffer();
  const tag = answer.headers.get("etag");
  if (!answer.ok || tag === null) throw new Error(`${url} answered ${answer.status}, tag ${tag}`);
  return tag;
}

/** Asks many times, some at once, over connections that stay open. Throws when an answer is not 304. */
async function pollMany(url: string, tag: string): Promise<Poll> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const began = performance.now();
  let bytes = 0;
  let left = polls;
  const ask = async () => {
    while (left > 0) {
      left -= 1;
      // Read after the answer has come: others add to it meanwhile.
      const got = await pollOnce(url, tag, agent);
      bytes += got;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { perSecond: polls / seconds, bytes: bytes / polls };
}

/** Gives the bytes of the answer, headers and all. */
function pollOnce(url: string, tag: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { "if-none-match": tag } }, (response) => {
      const { socket, statusCode } = response;
      response.on("error", reject);
      response.on("end", () => {
        if (statusCode === 304) resolve(socket.bytesRead - before);
        else reject(new Error(`${url} answered ${statusCode}`));
      });
      response.resume();
    });
    let before = 0;
    asked.on("socket", (socket) => {
      before = socket.bytesRead;
    });
    asked.on("error", reject);
    asked.end();
  });
}
