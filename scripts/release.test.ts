import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

// deploy/release.sh with a small project in the place of ours, and stand-ins for npm and systemctl.

const script = path.join(import.meta.dirname, "../deploy/release.sh");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "tickmark-release-"));
  for (const name of ["programs", "project", "home"]) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, "jobs.env"), "DATABASE_URL=none\nSITE_URL=none\n");
  standIn(
    "npm",
    'test "$1" != run || { mkdir -p .next/static .tickmark && cp page .next/static/; }',
  );
  standIn("sudo", 'shift; exec "$@"');
  // A process is ready with any build but a bad one.
  standIn(
    "systemctl",
    `echo "$2 $(cat "$TICKMARK_HOME/current/page")" >>"${folder}/restarts"; ! grep -q bad "$TICKMARK_HOME/current/page"`,
  );
  git("init", "--quiet", "--initial-branch=main");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a branch that has moved is built anew, and the build that is served is the one that is named", () => {
  const one = commit("one");
  expect(release("main").status).toBe(0);
  expect(served()).toBe(one);
  const two = commit("two");
  const { status, said } = release("main");
  expect(status).toBe(0);
  expect(said).toContain(`${two} is served`);
  expect(served()).toBe(two);
});

test("the commit before is served again as it is, by any of its names", () => {
  const one = commit("one");
  expect(release(one).status).toBe(0);
  const two = commit("two");
  expect(release(two.slice(0, 10)).status).toBe(0);
  expect(served()).toBe(two);
  expect(release(one).status).toBe(0);
  expect(served()).toBe(one);
});

test("a build that does not become ready is taken back, and the process with it restarted", () => {
  const one = commit("one");
  release("main");
  commit("bad");
  const { status, said } = release("main");
  expect(status).toBe(1);
  expect(said).not.toContain("is served");
  expect(served()).toBe(one);
  expect(restarts().slice(2)).toEqual(["tickmark@3001.service bad", "tickmark@3001.service one"]);
});

test("what is not in the repository is refused, and changes nothing", () => {
  const one = commit("one");
  release("main");
  const { status, said } = release("nowhere");
  expect(status).toBe(1);
  expect(said).toContain("There is no nowhere");
  expect(served()).toBe(one);
});

function standIn(name: string, commands: string): void {
  const file = path.join(folder, "programs", name);
  writeFileSync(file, `#!/bin/sh\n${commands}\n`);
  chmodSync(file, 0o755);
}

function git(...flags: string[]): string {
  const author = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.org"];
  return execFileSync("git", [...author, ...flags], {
    cwd: path.join(folder, "project"),
    encoding: "utf8",
  }).trim();
}

/** A new commit of the project, whose only page says `text`: its hash. */
function commit(text: string): string {
  writeFileSync(path.join(folder, "project/page"), text);
  git("add", "page");
  git("commit", "--quiet", "--message", text);
  return git("rev-parse", "HEAD");
}

function release(wanted: string): { status: number | null; said: string } {
  const { status, stderr } = spawnSync("bash", [script, path.join(folder, "project"), wanted], {
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${path.join(folder, "programs")}:${process.env["PATH"] ?? ""}`,
      TICKMARK_HOME: path.join(folder, "home"),
      TICKMARK_PORTS: "3001 3002",
      TICKMARK_SETTINGS: path.join(folder, "jobs.env"),
    },
  });
  return { status, said: stderr };
}

/** The hash of the build that stands for service. */
function served(): string {
  return path.basename(readlinkSync(path.join(folder, "home/current")));
}

function restarts(): readonly string[] {
  return readFileSync(path.join(folder, "restarts"), "utf8").trim().split("\n");
}
