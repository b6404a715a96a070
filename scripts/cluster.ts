import { readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeThrowAwayHome, openHome, type ClusterHome } from "./cluster-home.ts";
import { clusterUrl, findRunning, ready, takeOver } from "./cluster-running.ts";
import { freePort } from "./free-port.ts";
import { guard } from "./guard.ts";
import { interrupt, startProcess } from "./postgres-process.ts";
import { commandOf } from "./processes.mjs";
import { Refusal } from "./refusal.ts";
import { writeNew } from "./write-new.ts";

/** A PostgreSQL 18 of our own that answers at `url`, on the loopback only. */
export interface Cluster {
  readonly url: string;
  /** Shuts it down and waits for that; leaves it alone when someone else had started it. */
  readonly stop: () => Promise<void>;
  /** Comes when it ended though nobody here stopped it. Never for one that is not ours to start again. */
  readonly died: Promise<ClusterDeath>;
}

/** What is left of a cluster that ended by itself. */
export interface ClusterDeath {
  /** The end of its log. */
  readonly log: string;
  /** Starts it again on the port it had. Throws a `Refusal` when it does not start. */
  readonly restart: () => Promise<Cluster>;
}

/** A server that we started, as `launch` knows it. */
interface Launched {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
  /** The end of its log, when it ended though `stop` was not called. */
  readonly died: Promise<string>;
}

const never = new Promise<never>(() => undefined);

/**
 * Starts the lasting cluster in `folder` and makes it when it is not there. One that is running already is used as it is;
 * with `own`, it is stopped first when whoever started it is gone, so that it stops when we do.
 * Throws a `Refusal` with the end of PostgreSQL's log when it does not start.
 */
export async function startCluster({
  folder,
  own,
  port,
}: {
  folder: string;
  own: boolean;
  /** A free one unless told. */
  port?: number;
}): Promise<Cluster> {
  const home = await openHome(path.resolve(folder));
  await initialise(home);
  for (let attempt = 1; ; attempt++) {
    const running = await findRunning(home.folder);
    if (running && own) await takeOver(home.folder, running);
    else if (running) {
      const url = clusterUrl(home, running.port);
      if (await ready(url, () => commandOf(running.pid) !== undefined))
        return { url, stop: () => Promise.resolve(), died: never };
    }
    const started = await launch(home, { lasting: true, port: port ?? (await freePort()) });
    if ("url" in started) {
      const restart = () => startCluster({ folder, own: true, port: started.port });
      return { ...started, died: started.died.then((log) => ({ log, restart })) };
    }
    // Another command may have been quicker, the port may be gone, or a killed server's memory not yet given back.
    if (attempt === 5)
      throw new Refusal(`PostgreSQL does not start. The end of its log:\n${started.log}`);
    await sleep(300 * attempt);
  }
}

/** Starts a cluster that leaves nothing behind when it is stopped, or when this process ends. For tests. */
export async function startThrowAwayCluster(): Promise<Cluster> {
  const home = await makeThrowAwayHome();
  await initialise(home);
  const started = await launch(home, { lasting: false, port: await freePort() });
  if ("url" in started) return { ...started, died: never };
  await rm(home.folder, { recursive: true, force: true });
  throw new Refusal(`PostgreSQL does not start. The end of its log:\n${started.log}`);
}

/** Makes `data` whole or not at all. The locale is PostgreSQL's own, so order is the same on every machine. */
async function initialise(home: ClusterHome): Promise<void> {
  const data = path.join(home.folder, "data");
  if (await readFile(path.join(data, "PG_VERSION"), "utf8").catch(() => undefined)) return;
  await removeHalves(home.folder);
  const half = path.join(home.folder, `data-half-${process.pid}`);
  const flags = [
    `--pgdata=${half}`,
    `--pwfile=${path.join(home.folder, "password")}`,
    "--username=tickmark",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
  const { exited, log } = await startProcess(home, "initdb", flags);
  const code = await exited;
  if (code !== 0)
    throw new Refusal(`PostgreSQL could not make its data folder (${code}):\n${await log()}`);
  await rename(half, data).catch((error: unknown) => {
    // Another command was quicker: its folder is as good as ours.
    if (!(error instanceof Error && "code" in error && error.code === "ENOTEMPTY")) throw error;
  });
  await rm(half, { recursive: true, force: true });
}

/** What a command that was killed left behind. */
async function removeHalves(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^data-half-(\d+)$/.exec(name)?.[1]);
    if (Number.isNaN(pid) || (pid !== process.pid && commandOf(pid) !== undefined)) continue;
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

async function launch(
  home: ClusterHome,
  { lasting, port }: { lasting: boolean; port: number },
): Promise<Launched | { log: string }> {
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "max_parallel_workers_per_gather=0",
    // A store that is thrown away need not survive a power cut.
    ...(lasting ? ["fsync=on", "synchronous_commit=on"] : ["fsync=off"]),
  ];
  const flags = [
    "-D",
    path.join(home.folder, "data"),
    ...settings.flatMap((setting) => ["-c", setting]),
  ];
  const { pid, exited, log } = await startProcess(home, "postgres", flags);
  const release = guard(pid, lasting ? "" : home.folder);
  let gone = false;
  void exited.then(() => {
    gone = true;
    release();
  });
  const url = clusterUrl(home, port);
  if (!(await ready(url, () => !gone))) {
    await interrupt(pid, exited);
    return { log: await log() };
  }
  await writeNew(path.join(home.folder, "owner"), String(process.pid));
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    await interrupt(pid, exited);
    if (!lasting) await rm(home.folder, { recursive: true, force: true });
  };
  return { url, port, stop, died: exited.then(() => (isStopping ? never : log())) };
}
