import { execFileSync } from "node:child_process";
import { openStore } from "#lib/store/store";
import { expect, test, type DatabaseProcess } from "./ground.ts";
import { publishRevision } from "./made-vintage.ts";
import { ask, askChart, commonAddresses } from "./reader.ts";

// A disk that takes no more is made by a limit on how long a file may get (`prlimit` of util-linux): a full disk would need root, to
// mount one. PostgreSQL meets both where it makes a table longer. The limit lets its log files be, which have 16 MB each.
const mostBytes = 17 * 1024 * 1024;

test("a load that the disk has no room for is refused whole, readers go on, and it succeeds when there is room", async ({
  database,
  serve,
}) => {
  const site = await serve();
  const addresses = await commonAddresses(site.url);
  const held = async () => {
    const store = openStore(database.url, 1);
    try {
      return {
        vintages: await store.prisma.vintage.count(),
        observations: await store.prisma.observation.count(),
      };
    } finally {
      await store.close();
    }
  };
  // Every figure another: more than the pages have room for that the table has already.
  const load = () => publishRevision(database.url, "2026-07-28", "1238.5", (value) => `${value}1`);
  const before = await held();
  limitFiles(database.process(), String(mostBytes));
  try {
    await expect(load()).rejects.toThrow(/could not extend file .*: File too large/);
    expect(await held()).toEqual(before);
    for (const address of addresses)
      expect([address, (await ask(`${site.url}${address}`)).status]).toEqual([address, 200]);
    expect((await askChart(site.url)).text).toContain('"ok":true');
  } finally {
    limitFiles(database.process(), "unlimited");
  }
  expect(await load()).toMatchObject({ outcome: "appended" });
  expect((await askChart(site.url)).text).toContain('"ok":true');
});

/** Of a process and all that it starts from now on; as its own account, which may do so without being root. */
function limitFiles({ pid, uid, gid }: DatabaseProcess, most: string): void {
  execFileSync("prlimit", [`--pid=${pid}`, `--fsize=${most}:unlimited`], { uid, gid, cwd: "/" });
}
