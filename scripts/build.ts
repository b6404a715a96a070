import { rmSync } from "node:fs";
import path from "node:path";
import { gateDigest } from "#lib/cli/gate-digest";
import { runNode, type Outcome } from "./child.ts";
import { Refusal } from "./refusal.ts";
import { stampOf, unlessStamped } from "./stamp.ts";

/**
 * Everything in the clone that code and styles are compiled from. The content is none of it: a page says what it was made of, and
 * the server makes what is stale again (cache-handler.mjs).
 */
const inputs = [
  "app",
  "lib",
  "public",
  "prisma/schema.prisma",
  "prisma/seed",
  "next.config.mjs",
  "cache-handler.mjs",
  "instrumentation.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  ".env",
  ".env.local",
  ".env.production",
  ".env.production.local",
];

/**
 * Builds the site unless the build there is was made from the same sources, settings and vintages (`storeHolds`: any text that
 * changes with them). Returns whether it built. The stamp lies in the build, which Next empties before
 * it builds, so a build made by hand is not taken for ours.
 */
export async function buildSite(
  root: string,
  databaseUrl: string,
  storeHolds: string,
): Promise<boolean> {
  const others = [storeHolds, process.versions.node, ...settings(process.env)];
  return unlessStamped(
    path.join(root, ".next/tickmark-stamp"),
    stampOf(root, inputs, others),
    async () => {
      const { code, output } = await runBuild(root, databaseUrl);
      if (code !== 0) throw new Refusal(`The build failed:\n${output}`);
    },
  );
}

/** The variables that Next puts into pages when it builds. DATABASE_URL is none of them: the vintages stand for it. */
function settings(env: Readonly<Record<string, string | undefined>>): string[] {
  const names = Object.keys(env).filter(
    (name) => name === "SITE_URL" || name.startsWith("NEXT_PUBLIC_"),
  );
  return names.sort().map((name) => `${name}=${env[name] ?? ""}`);
}

/** `next build`, without asking whether it is needed. `folder` is where the build goes, `.next` unless told. */
export async function runBuild(
  root: string,
  databaseUrl: string,
  folder = ".next",
): Promise<Outcome> {
  // What `npm run dev` wrote of routes that have since moved or gone would fail the check of types.
  rmSync(path.join(root, folder, "dev/types"), { recursive: true, force: true });
  return runNode(path.join(root, "node_modules/next/dist/bin/next"), ["build"], {
    env: {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: databaseUrl,
      TICKMARK_BUILD_FOLDER: folder,
      // What the gate found before is trusted by the server that is built of the same code.
      TICKMARK_GATE: await gateDigest(),
    },
  });
}
