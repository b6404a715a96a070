import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import { guard } from "./guard.ts";
import { Refusal } from "./refusal.ts";

/**
 * Serves a build on a free port unless told, as a process of its own, as operators do. `folder` is the app's, when it is not ours;
 * `settings` are variables that it is given besides. `stop` gives the status it ends with.
 */
export async function startSite(
  root: string,
  {
    databaseUrl,
    buildFolder,
    folder = root,
    settings = {},
    port: wanted,
  }: {
    databaseUrl: string;
    buildFolder: string;
    folder?: string;
    settings?: Readonly<Record<string, string>>;
    port?: number;
  },
): Promise<{ url: string; pid: number; stop(): Promise<number | null>; output(): string }> {
  const port = wanted ?? (await freePort());
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "scripts/serve.ts")], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...settings,
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      TICKMARK_BUILD_FOLDER: buildFolder,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  const exited: Promise<unknown[]> = once(child, "exit");
  const { pid } = child;
  if (pid === undefined) throw new Refusal("The server could not be run.");
  const release = guard(pid);
  const stop = async () => {
    child.kill("SIGTERM");
    const [code] = await exited;
    release();
    return typeof code === "number" ? code : null;
  };
  const url = `http://127.0.0.1:${port}`;
  const end = Date.now() + 60_000;
  while (child.exitCode === null && Date.now() < end) {
    const answer = await fetch(`${url}/robots.txt`).catch(() => undefined);
    if (answer?.ok) {
      // The first who asks for a chart's file waits until the site is open: no journey shall be the one that does.
      const signal = AbortSignal.timeout(20_000);
      await fetch(`${url}/chart-files/three-holders.csv`, { signal }).catch(() => undefined);
      return { url, pid, stop, output: () => output };
    }
    await sleep(100);
  }
  await stop();
  throw new Refusal(`The server did not come up:\n${output}`);
}
