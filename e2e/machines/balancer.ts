import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../scripts/free-port.ts";
import { guard } from "../../scripts/guard.ts";

/** The distribution's nginx with the configuration of deploy/nginx, other ports and folders put in. */
export interface Balancer {
  readonly url: string;
  /** Goes on with these machines only, as an operator does it: edits machines.conf and reloads. */
  use(ports: readonly number[]): Promise<void>;
  reload(): Promise<void>;
  /** Stops it and starts it again. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

const nginx = "/usr/sbin/nginx";
const given = path.join(import.meta.dirname, "../../deploy/nginx");

/** Starts it in front of web processes at `ports` of this machine; `build` is the folder of their build. Throws with what to install. */
export async function startBalancer(ports: readonly number[], build: string): Promise<Balancer> {
  if (!existsSync(nginx))
    throw new Error("This test needs the distribution's nginx: apt-get install nginx");
  const folder = await mkdtemp(path.join(tmpdir(), "tickmark-balancer-"));
  // Its processes that serve files run as another account when root starts it.
  await chmod(folder, 0o755);
  await mkdir(path.join(folder, "tickmark"));
  await cp(path.join(build, "static"), path.join(folder, "static/_next/static"), {
    recursive: true,
  });
  const port = await freePort();
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  await write("nginx.conf", mainConfiguration(folder));
  await write("tickmark.conf", await siteConfiguration(folder));
  await write("tickmark/listen.conf", await listenConfiguration(port));
  await write("tickmark/machines.conf", await machinesConfiguration(ports));
  let child = await start(folder, port);
  const reload = async () => {
    child.process.kill("SIGHUP");
    // Its new processes are at work, and the old ones end with their last answer.
    await sleep(1_000);
  };
  const stop = async () => {
    const exited = once(child.process, "exit");
    child.process.kill("SIGQUIT");
    await exited;
    child.release();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    reload,
    async use(some) {
      await write("tickmark/machines.conf", await machinesConfiguration(some));
      await reload();
    },
    async restart() {
      await stop();
      child = await start(folder, port);
    },
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a distribution's own nginx.conf says, as far as it matters here. */
function mainConfiguration(folder: string): string {
  return `worker_processes 2;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
    include /etc/nginx/mime.types;
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/fastcgi;
    uwsgi_temp_path ${folder}/uwsgi;
    scgi_temp_path ${folder}/scgi;
    include ${folder}/tickmark.conf;
}
`;
}

async function siteConfiguration(folder: string): Promise<string> {
  const text = await readFile(path.join(given, "tickmark.conf"), "utf8");
  return put(
    put(text, "/var/log/nginx/", `${folder}/`),
    "/srv/tickmark/static",
    `${folder}/static`,
  );
}

async function listenConfiguration(port: number): Promise<string> {
  const text = await readFile(path.join(given, "tickmark/listen.conf"), "utf8");
  const listening = put(text, "listen 80 deferred;", `listen 127.0.0.1:${port} deferred;`);
  return put(listening, "listen [::]:80 deferred;", "");
}

async function machinesConfiguration(ports: readonly number[]): Promise<string> {
  const text = await readFile(path.join(given, "tickmark/machines.conf"), "utf8");
  const [line] = /^server 127\.0\.0\.1:3001.*$/m.exec(text) ?? [];
  if (line === undefined) throw new Error("deploy/nginx/tickmark/machines.conf has no port 3001");
  return ports.map((port) => put(line, ":3001", `:${port}`)).join("\n");
}

/** Nothing but what is named is changed: the rest is what operators run. */
function put(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`deploy/nginx does not say "${from}" any more`);
  return text.replaceAll(from, to);
}

async function start(
  folder: string,
  port: number,
): Promise<{ process: ChildProcess; release: () => void }> {
  const flags = ["-p", folder, "-c", path.join(folder, "nginx.conf"), "-g", "daemon off;"];
  const child = spawn(nginx, flags, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  if (child.pid === undefined) throw new Error("nginx could not be run");
  const release = guard(child.pid);
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt++) {
    // It needs no web process for this answer.
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => undefined);
    if (answer) return { process: child, release };
    await sleep(50);
  }
  release();
  throw new Error(`nginx does not start:\n${said}`);
}
