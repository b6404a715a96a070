import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "#lib/store/store";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { runTickmark } from "./tickmark.ts";

const name = `web_${randomBytes(4).toString("hex")}`;
let store: TestStore;
let folder: string;
beforeAll(async () => {
  store = await createTestStore();
  folder = await mkdtemp(path.join(os.tmpdir(), "web-role-"));
});
afterAll(async () => {
  await store.pool.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
  await store.close();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]) {
  let [printed, problems] = ["", ""];
  const status = await runTickmark(["web-role", "--name", name, ...args], {
    databaseUrl: store.databaseUrl,
    print: (text) => (printed += text),
    printError: (text) => (problems += text),
  });
  return { status, printed, problems };
}

async function userOf(address: string) {
  const web = openStore(address);
  try {
    return (await web.pool.query<{ name: string }>("SELECT current_user AS name")).rows;
  } finally {
    await web.close();
  }
}

test("the address that is printed opens the store, and stays when the role is brought up to date", async () => {
  const [first, second] = [await run(), await run()];
  expect([first.status, second.status]).toEqual([0, 0]);
  expect(await userOf(first.printed.trim())).toEqual([{ name }]);
  expect(second.printed).toContain("the address of web processes stays");
});

test("a new password is made when it is asked for, and the old one is of no use then", async () => {
  const [first, second] = [await run("--new-password"), await run("--new-password")];
  expect(second.printed).not.toBe(first.printed);
  expect(await userOf(second.printed.trim())).toEqual([{ name }]);
  await expect(userOf(first.printed.trim())).rejects.toThrow(/password/);
});

test("a password comes from a file, and one that is too short is refused without being said", async () => {
  const file = path.join(folder, "password");
  await writeFile(file, "a-password-of-ours\n");
  expect((await run("--password-file", file)).printed).toContain(":a-password-of-ours@");
  await writeFile(file, "100%41-percent-ours\n");
  const { printed } = await run("--password-file", file);
  expect(await userOf(printed.trim())).toEqual([{ name }]);
  await writeFile(file, "qwertz\n");
  const refused = await run("--password-file", file);
  expect(refused.status).toBe(1);
  expect(refused.problems).toMatch(/12 to 200/);
  expect(refused.problems).not.toContain("qwertz");
  const missing = await run("--password-file", path.join(folder, "nowhere"));
  expect(missing.problems).toMatch(/no such file.*Nothing was changed/);
});
