import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../scripts/free-port.ts";
import { guard } from "../scripts/guard.ts";

/** A server that is compared with ours. */
export interface OtherServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Runs a server as a process of its own, by the arguments for Node that `argsFor` gives for its port, until it answers at `path`. */
export async function startOther(
  argsFor: (port: string) => readonly string[],
  path: string,
  env: Readonly<Record<string, string>> = {},
): Promise<OtherServer> {
  const port = String(await freePort());
  const child = spawn(process.execPath, argsFor(port), {
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  const exited = once(child, "exit");
  const release = guard(child.pid ?? 0);
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
    release();
  };
  const url = `http://127.0.0.1:${port}`;
  const end = Date.now() + 60_000;
  while (child.exitCode === null && Date.now() < end) {
    const answer = await fetch(url + path).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return { url, stop };
    await sleep(100);
  }
  await stop();
  throw new Error(`${argsFor(port).join(" ")} did not come up`);
}

/** sirv over a folder, with the compressed files in it. */
export function startSirv(folder: string, path: string): Promise<OtherServer> {
  return startOther((port) => ["--import", "tsx", "bench/serve-folder.ts", folder, port], path);
}

/** Next's own server over the same build, by itself. */
export function startNext(databaseUrl: string, buildFolder: string): Promise<OtherServer> {
  return startOther(
    (port) => ["node_modules/next/dist/bin/next", "start", "-p", port, "-H", "127.0.0.1"],
    "/robots.txt",
    { DATABASE_URL: databaseUrl, TICKMARK_BUILD_FOLDER: buildFolder },
  );
}
