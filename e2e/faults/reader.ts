import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { buildFolder } from "./ground.ts";

export const article = "/articles/did-the-world-sell-america";

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string() })),
});

/** The id by which pages of a build call the action of charts. */
export function chartAction(build = buildFolder): string {
  const file = path.join(build, "server/server-reference-manifest.json");
  const { node } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const [id] =
    Object.entries(node).find(([, { exportedName }]) => exportedName === "queryChart") ?? [];
  if (id === undefined) throw new Error(`${file} names no action of charts`);
  return id;
}

/** An answer with how long it took, in milliseconds. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly took: number;
}

/** Asks a site as a reader's browser does, and waits for the whole. A connection that fails has the status 0. */
export async function ask(url: string, options: RequestInit = {}): Promise<Answer> {
  const began = performance.now();
  const done = (status: number, text: string) => ({
    status,
    text,
    took: performance.now() - began,
  });
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(40_000), ...options });
    return done(answer.status, await answer.text());
  } catch (error) {
    return done(0, error instanceof Error ? error.message : String(error));
  }
}

/** What a reader's browser sends who looks at a chart in another way; `query` are the fields of a chart's query. */
export function askChart(
  site: string,
  query: Readonly<Record<string, string>> = { asOf: "2026-02-18" },
  action = chartAction(),
): Promise<Answer> {
  return ask(`${site}${article}`, {
    method: "POST",
    headers: {
      "next-action": action,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
    },
    body: JSON.stringify([{ id: "three-holders", ...query }]),
  });
}

/** What readers and their programs look at that must not need a database: pages, a receipt, a chart and its files, feeds. */
export async function commonAddresses(site: string): Promise<string[]> {
  const { text } = await ask(`${site}${article}`);
  const [receipt] = new RegExp(`${article}/claims/[a-z0-9-]+`).exec(text) ?? [];
  if (receipt === undefined) throw new Error("The article links to no receipt");
  return [
    ...["/", article, `${article}/now`, receipt, "/charts", "/charts/three-holders"],
    ...["/charts/three-holders.png", "/charts/three-holders.csv", "/embed/three-holders"],
    ...["/releases", "/corrections", "/api/series/mfh.holdings.japan.json"],
    ...["/feed.xml", "/feeds/articles.atom", "/feeds/everything.json"],
  ];
}
