import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { stampOf, unlessStamped } from "./stamp.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "stamp-"));
  write("app/page.tsx", "page");
  write("content/a/index.mdx", "text");
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}
const stamp = (...others: string[]) => stampOf(root, ["app", "content", "missing", ".env"], others);

describe("the stamp of what is built", () => {
  test("it is the same for the same files, whenever they were written", () => {
    const before = stamp("v1");
    write("app/page.tsx", "page");
    expect(stamp("v1")).toBe(before);
  });

  test.each([
    ["a changed file", () => write("app/page.tsx", "pages")],
    ["a new file", () => write("app/new.tsx", "")],
    [
      "a file moved",
      () => renameSync(path.join(root, "app/page.tsx"), path.join(root, "app/other.tsx")),
    ],
    ["a file named by itself", () => write(".env", "SITE_URL=https://a.example")],
  ])("%s changes it", (_, change) => {
    const before = stamp();
    change();
    expect(stamp()).not.toBe(before);
  });

  test("vintages and settings change it, and cannot be mistaken for one another", () => {
    expect(stamp("a", "bc")).not.toBe(stamp("ab", "c"));
    expect(stamp("a")).not.toBe(stamp());
  });

  test("tests, fixtures and READMEs do not change it", () => {
    const before = stamp();
    write("app/page.test.ts", "test");
    write("app/fixtures/a.txt", "1");
    write("app/README.md", "#");
    expect(stamp()).toBe(before);
  });
});

describe("work under a stamp", () => {
  test("it is done once for each stamp", async () => {
    const file = path.join(root, ".next/stamp");
    expect(await unlessStamped(file, "one", () => Promise.resolve())).toBe(true);
    expect(await unlessStamped(file, "one", () => Promise.reject(new Error("done again")))).toBe(
      false,
    );
    expect(await unlessStamped(file, "two", () => Promise.resolve())).toBe(true);
  });

  test("work that fails leaves no stamp, not even the old one", async () => {
    const file = path.join(root, ".next/stamp");
    await unlessStamped(file, "one", () => Promise.resolve());
    await expect(
      unlessStamped(file, "two", () => Promise.reject(new Error("cut short"))),
    ).rejects.toThrow("cut short");
    expect(existsSync(file)).toBe(false);
  });
});
