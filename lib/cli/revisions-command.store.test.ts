import { afterAll, beforeAll, expect, test } from "vitest";
import { appendVintage } from "#lib/store/append-vintage";
import { exampleVintage } from "#lib/store/example-vintage";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { runTickmark } from "./tickmark.ts";

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
  await appendVintage(
    store,
    exampleVintage("2026-02-18", {
      "mfh.holdings.belgium": { "2025-11": "400", "2025-12": "410.5" },
      "mfh.holdings.japan": { "2025-11": "1202.7", "2025-12": "n.a." },
    }),
  );
  await appendVintage(
    store,
    exampleVintage("2026-06-18", {
      "mfh.holdings.belgium": { "2025-11": "400", "2025-12": "400.5", "2026-01": "402" },
      "mfh.holdings.japan": { "2025-11": "1202.9", "2025-12": "1185.5", "2026-01": "1190" },
    }),
  );
});
afterAll(() => store.close());

async function revisions(...args: string[]) {
  let out = "";
  let err = "";
  const status = await runTickmark(["revisions", ...args], {
    databaseUrl: store.databaseUrl,
    print: (text) => (out += text),
    printError: (text) => (err += text),
  });
  return { status, out, err };
}

const expected = `mfh, from the vintage of 2026-02-18 to that of 2026-06-18: 2 new, 3 revised, 0 withdrawn

measure                         unit         new  revised  withdrawn  mean absolute  largest
treasuries holdings, countries  USD billion    2        3          0            5.1     10.0

series                period   before   after  difference
mfh.holdings.belgium  2025-12   410.5   400.5       -10.0
mfh.holdings.japan    2025-11  1202.7  1202.9         0.2
mfh.holdings.japan    2025-12    n.a.  1185.5           -
`;

test.each([
  ["a release and two days", ["mfh", "2026-02-18", "2026-06-18"]],
  ["the newer day first", ["mfh", "2026-06-18", "2026-02-18"]],
  ["two named vintages", ["mfh@2026-02-18", "mfh@2026-06-18"]],
  ["two days and --release", ["2026-02-18", "2026-06-18", "--release", "mfh"]],
])("lists the revisions by size, with the mean absolute one: %s", async (_, args) => {
  expect(await revisions(...args)).toEqual({ status: 0, out: expected, err: "" });
});

test("a limit leaves the rest out, and says how many", async () => {
  const { out } = await revisions("mfh", "2026-02-18", "2026-06-18", "--limit", "1");
  expect(out).toContain("mfh.holdings.belgium  2025-12");
  expect(out).not.toContain("mfh.holdings.japan");
  expect(out).toContain("and 2 more; --limit lists them");
});

test("JSON has the same in the nouns of the store", async () => {
  const { out } = await revisions("mfh", "2026-02-18", "2026-06-18", "--json");
  expect(JSON.parse(out)).toMatchObject({
    ...{ release: "mfh", from: "2026-02-18", to: "2026-06-18", added: 2, revised: 3, withdrawn: 0 },
    summaries: [{ meanAbsoluteRevision: "5.1", largestAbsoluteRevision: "10.0" }],
    largest: [{ kind: "revised", key: "mfh.holdings.belgium", difference: "-10.0" }, {}, {}],
  });
});

test.each([
  ["no arguments that name two vintages", ["mfh"], "Expected a release and two days"],
  ["what is no day", ["mfh", "2026-02-18", "June"], "found mfh 2026-02-18 June"],
  ["the same day twice", ["mfh", "2026-02-18", "2026-02-18"], "2026-02-18 twice"],
  ["two releases", ["mfh@2026-02-18", "slt1@2026-06-18"], "found mfh and slt1"],
  ["two releases by option", ["mfh", "2026-02-18", "2026-06-18", "--release", "slt1"], "Expected"],
])("a wrong call is told how to call: %s", async (_, args, message) => {
  const { status, err } = await revisions(...args);
  expect(status).toBe(2);
  expect(err).toContain(message);
});

test("a vintage or release that is not held is refused with those that are", async () => {
  const day = await revisions("mfh", "2026-02-18", "2026-06-19");
  expect(day).toMatchObject({ status: 1, out: "" });
  expect(day.err).toContain("no vintage of 2026-06-19; held: 2026-02-18, 2026-06-18");
  expect((await revisions("slt9", "2026-02-18", "2026-06-18")).err).toContain(
    'a release that is held (mfh), found "slt9"',
  );
});
