import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { ClusterHome } from "../../scripts/cluster-home.ts";
import { freePort } from "../../scripts/free-port.ts";
import { guard } from "../../scripts/guard.ts";
import { ownerOf, postgresAccount } from "../../scripts/postgres-account.ts";
import { startProcess } from "../../scripts/postgres-process.ts";

/** A PostgreSQL of the distribution, on the loopback only, that is gone with its folder when it is stopped for good. */
export interface Database {
  /** Of its database `postgres`. */
  readonly url: string;
  /** Where it keeps its files. */
  readonly data: string;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again on the port it had. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Where the distribution has PostgreSQL, the newest version. Throws with what to install. */
export function distributionPrograms(folder = "/usr/lib/postgresql"): string {
  const versions = existsSync(folder)
    ? readdirSync(folder).sort((a, b) => Number(b) - Number(a))
    : [];
  const found = versions
    .map((version) => path.join(folder, version))
    .find((programs) => existsSync(path.join(programs, "bin/pg_basebackup")));
  if (found === undefined)
    throw new Error(
      "This test needs the distribution's PostgreSQL, 15 or later: apt-get install postgresql",
    );
  return found;
}

/** Starts an empty primary, made ready for replicas by deploy/compose/primary.sh. */
export async function startPrimary(): Promise<Database> {
  const home = await makeHome();
  const passwordFile = path.join(home.folder, "password");
  await writeFile(passwordFile, password);
  if (home.account) await chown(passwordFile, ...ownerOf(home.account));
  const { exited, log } = await startProcess(home, "initdb", [
    ...[
      "--pgdata",
      path.join(home.folder, "data"),
      "--username=tickmark",
      `--pwfile=${passwordFile}`,
    ],
    ...["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-instructions"],
  ]);
  if ((await exited) !== 0) throw new Error(`initdb failed:\n${await log()}`);
  const primary = await startDatabase(home, ["postgres", "-D", path.join(home.folder, "data")]);
  const { hostname, port } = new URL(primary.url);
  const env = { PGHOST: hostname, PGPORT: port, PGPASSWORD: password };
  await runScript(home, "primary.sh", {
    ...env,
    POSTGRES_USER: "tickmark",
    POSTGRES_DB: "postgres",
  });
  await primary.kill();
  await primary.start();
  return primary;
}

/** Starts a replica of it with deploy/compose/replica.sh, which copies it first. */
export async function startReplica(primary: Database): Promise<Database> {
  const home = await makeHome();
  const { hostname, port } = new URL(primary.url);
  const env = { PRIMARY_HOST: hostname, PRIMARY_PORT: port };
  return startDatabase(home, ["sh", path.join(scripts, "replica.sh")], env);
}

const scripts = path.join(import.meta.dirname, "../../deploy/compose");
/** Of a database that is thrown away, and of its role for replicas. */
const password = "of-no-worth";

async function makeHome(): Promise<ClusterHome> {
  const programs = distributionPrograms();
  const folder = await mkdtemp(path.join(tmpdir(), "tickmark-machine-"));
  const account = postgresAccount();
  if (account) await chown(folder, ...ownerOf(account));
  return { folder, programs, password, account };
}

/** What a container of compose.yaml has in its environment. */
function spawnIn(
  { folder, programs, account }: ClusterHome,
  [command = "", ...flags]: readonly string[],
  env: Readonly<Record<string, string>>,
): { child: ChildProcess; said: () => string } {
  const child = spawn(command, flags, {
    ...account,
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      NODE_ENV: "production",
      LC_ALL: "C",
      PATH: `${path.join(programs, "bin")}:${process.env["PATH"] ?? ""}`,
      PGDATA: path.join(folder, "data"),
      REPLICATION_PASSWORD: password,
      ...env,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => (said = `${said}${text.toString()}`.slice(-4_000)));
  return { child, said: () => said };
}

async function runScript(home: ClusterHome, name: string, env: Readonly<Record<string, string>>) {
  const { child, said } = spawnIn(home, ["sh", path.join(scripts, name)], env);
  const ended: unknown[] = await once(child, "exit");
  if (ended[0] !== 0) throw new Error(`${name} failed:\n${said()}`);
}

async function startDatabase(
  home: ClusterHome,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Database> {
  const port = await freePort();
  const url = `postgresql://tickmark:${password}@127.0.0.1:${port}/postgres`;
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories="];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const launch = () =>
    launchUntilItAnswers(() => spawnIn(home, [...command, ...flags], env), home, url);
  let running = await launch();
  return {
    url,
    data: path.join(home.folder, "data"),
    async kill() {
      const exited = once(running.child, "exit");
      running.child.kill("SIGKILL");
      await exited;
      running.release();
    },
    async start() {
      running = await launch();
    },
    async remove() {
      const exited = once(running.child, "exit");
      running.child.kill("SIGINT");
      await exited;
      running.release();
      await rm(home.folder, { recursive: true, force: true });
    },
  };
}

/** One that was killed leaves shared memory behind until its last child has noticed, so it is tried a few times. */
async function launchUntilItAnswers(
  run: () => { child: ChildProcess; said: () => string },
  { folder }: ClusterHome,
  url: string,
) {
  for (let attempt = 1; ; attempt++) {
    const { child, said } = run();
    if (child.pid === undefined) throw new Error("PostgreSQL could not be run");
    const release = guard(child.pid, folder);
    while (child.exitCode === null) {
      if (await answers(url)) return { child, release };
      await sleep(100);
    }
    release();
    if (attempt === 20) throw new Error(`PostgreSQL does not start:\n${said()}`);
    await sleep(500);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await askDatabase(url, "SELECT 1");
    return true;
  } catch {
    return false;
  }
}

/** The address of the database that the site shows. */
export function siteOf({ url }: Database): string {
  return Object.assign(new URL(url), { pathname: "/tickmark" }).href;
}

/** Asks one question on a connection of its own: the rows. Rejects when it is not answered. */
export async function askDatabase(url: string, question: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(question)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
