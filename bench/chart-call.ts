import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Ask } from "./question.ts";

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string() })),
});

/** What a reader's browser sends when the reader looks at a chart as of another day, by a build's list of actions. */
export function chartCall(site: string, build: string): Ask {
  const file = path.join(build, "server/server-reference-manifest.json");
  const { node } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const [action] =
    Object.entries(node).find(([, { exportedName }]) => exportedName === "queryChart") ?? [];
  if (action === undefined) throw new Error(`${file} names no action for charts`);
  return {
    url: `${site}/articles/did-the-world-sell-america`,
    method: "POST",
    headers: {
      "next-action": action,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
    },
    body: JSON.stringify([{ id: "three-holders", asOf: "2026-02-18" }]),
  };
}
