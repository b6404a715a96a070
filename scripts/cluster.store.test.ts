import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmod,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startCluster, startThrowAwayCluster } from "./cluster.ts";
import { commandOf } from "./processes.mjs";

let clone = "";
let folder = "";
beforeEach(async () => {
  clone = await mkdtemp(path.join(os.tmpdir(), "clone-"));
  // When root runs us, a folder closed to others makes the store live elsewhere: that case has a test of its own.
  await chmod(clone, 0o755);
  folder = path.join(clone, ".tickmark/postgres");
});
afterEach(() => rm(clone, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}

async function postmaster(): Promise<number> {
  return Number((await readFile(path.join(folder, "data/postmaster.pid"), "utf8")).split("\n")[0]);
}

describe("a lasting cluster", () => {
  test("it keeps what it holds from one start to the next", async () => {
    const first = await startCluster({ folder, own: true });
    await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    expect(await readdir(path.join(folder, "data"))).not.toContain("postmaster.pid");
    const second = await startCluster({ folder, own: true });
    expect(await query(second.url, "SELECT answer FROM kept")).toEqual([42]);
    await second.stop();
  });

  test("it listens on the loopback only, writes through, and wants its password", async () => {
    const { url, stop } = await startCluster({ folder, own: true });
    const names = ["listen_addresses", "fsync", "synchronous_commit", "unix_socket_directories"];
    const settings = names.map((name) => `current_setting('${name}')`).join(", ");
    expect(await query(url, `SELECT ARRAY[${settings}]`)).toEqual([["127.0.0.1", "on", "on", ""]]);
    expect((await stat(path.join(folder, "password"))).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = "guess";
    await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
    await stop();
  });

  test("a second command uses the one that runs, and leaves it running", async () => {
    const first = await startCluster({ folder, own: true });
    const second = await startCluster({ folder, own: false });
    expect(second.url).toBe(first.url);
    await second.stop();
    expect(await query(first.url, "SELECT 1")).toEqual([1]);
    await first.stop();
  });

  test("after a power cut its pid file names another program, and it starts all the same", async () => {
    await (await startCluster({ folder, own: true })).stop();
    await writeFile(
      path.join(folder, "data/postmaster.pid"),
      `${process.pid}\n/elsewhere\n1\n5432\n`,
    );
    const again = await startCluster({ folder, own: true });
    expect(await query(again.url, "SELECT 1")).toEqual([1]);
    await again.stop();
  });

  test("the server of a command that was killed ends by itself, and the next start finds its data", async () => {
    const source = `import { startCluster } from ${JSON.stringify(pathToFileURL("scripts/cluster.ts").href)};
      await startCluster({ folder: ${JSON.stringify(folder)}, own: true });
      console.log("up");`;
    const program = path.join(clone, "start.mts");
    await writeFile(program, source);
    const child = spawn(process.execPath, ["--import", "tsx", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    const server = await postmaster();
    child.kill("SIGKILL");
    const next = await startCluster({ folder, own: true });
    expect(await postmaster()).not.toBe(server);
    expect(commandOf(server)).toBeUndefined();
    expect(await query(next.url, "SELECT 1")).toEqual([1]);
    await next.stop();
  });

  test("when it dies it can be started again on its port, and a stop is no death", async () => {
    const first = await startCluster({ folder, own: true });
    const deaths: string[] = [];
    void first.died.then(({ log }) => deaths.push(log));
    process.kill(await postmaster(), "SIGKILL");
    const { restart } = await first.died;
    expect(deaths).toHaveLength(1);
    const second = await restart();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, "SELECT 1")).toEqual([1]);
    void second.died.then(({ log }) => deaths.push(log));
    await second.stop();
    expect(deaths).toHaveLength(1);
  });

  test("a link in the place of a file of ours is replaced and not followed", async () => {
    const first = await startCluster({ folder, own: true });
    await first.stop();
    const precious = path.join(clone, "precious");
    await writeFile(precious, "as it was");
    for (const name of ["log", "owner"]) {
      await rm(path.join(folder, name));
      await symlink(precious, path.join(folder, name));
    }
    const { uid } = await stat(precious);
    const second = await startCluster({ folder, own: true });
    await second.stop();
    expect(await readFile(precious, "utf8")).toBe("as it was");
    expect((await stat(precious)).uid).toBe(uid);
  });

  test.runIf(process.getuid?.() === 0)("root's clone may be closed to everyone else", async () => {
    await chmod(clone, 0o700);
    const { url, stop } = await startCluster({ folder, own: true });
    expect(await query(url, "SELECT 1")).toEqual([1]);
    await stop();
    await rm(await realpath(folder), { recursive: true });
  });
});

test("a throw-away cluster leaves nothing behind", async () => {
  const { url, stop } = await startThrowAwayCluster();
  const [data] = await query(url, "SELECT current_setting('data_directory')");
  const home = path.dirname(String(data));
  expect((await stat(home)).isDirectory()).toBe(true);
  await stop();
  await expect(stat(home)).rejects.toThrow("ENOENT");
  await expect(query(url, "SELECT 1")).rejects.toThrow();
});
