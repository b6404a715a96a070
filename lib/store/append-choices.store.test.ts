import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CrossIdentity } from "#lib/sources/cross-identities";
import { appendVintage, appendVintages } from "./append-vintage.ts";
import { day, exampleVintage } from "./example-vintage.ts";
import { createReader } from "./reader.ts";
import { createTestStore, type TestStore } from "./test-store.ts";
import { listViolations } from "./violation-rows.ts";
import type { VintageContent } from "./vintage-content.ts";
import { listVintages } from "./vintage-rows.ts";

let store: TestStore;
beforeEach(async () => {
  store = await createTestStore();
});
afterEach(() => store.close());

const key = "mfh.holdings.japan";

/** A text with these words in it. */
function saying(words: string): unknown {
  return expect.stringContaining(words);
}

function notSaying(words: string): unknown {
  return expect.not.stringContaining(words);
}

async function readAsOf(date: string, ...keys: string[]): Promise<string[]> {
  const cells = await createReader(store).read(keys, day(date));
  return [...cells.values()].flat().map(({ period, value }) => `${period} ${value}`);
}

describe("a table that always prints so many of the newest months", () => {
  const moving = (date: string, figures: Record<string, string>) =>
    exampleVintage(date, { [key]: figures }, { extent: "moving" });

  test("may leave the oldest out, which are not withdrawn by it", async () => {
    await appendVintage(store, moving("2026-01-15", { "2025-10": "1", "2025-11": "2" }));
    const next = await appendVintage(
      store,
      moving("2026-02-18", { "2025-11": "2.5", "2025-12": "3" }),
    );
    expect(next).toMatchObject({ outcome: "appended", added: 1, revised: 1, withdrawn: 0 });
    expect(await readAsOf("2026-02-18", key)).toEqual(["2025-10 1", "2025-11 2.5", "2025-12 3"]);
  });

  test.each([
    ["is shorter", { "2025-12": "3" }],
    ["ends earlier", { "2025-09": "1", "2025-10": "2" }],
  ])("is refused when it %s", async (_, figures) => {
    await appendVintage(store, moving("2026-01-15", { "2025-10": "1", "2025-11": "2" }));
    expect(await appendVintage(store, moving("2026-02-18", figures))).toMatchObject({
      outcome: "refused",
      reason: notSaying("--drops-oldest"),
    });
  });
});

describe("a growing table that really lost its oldest months", () => {
  const whole = exampleVintage("2026-01-15", { [key]: { "2025-10": "1", "2025-11": "2" } });
  const shorter = { [key]: { "2025-11": "2.5", "2025-12": "3" } };

  test("is refused, with the way to say so", async () => {
    await appendVintage(store, whole);
    expect(await appendVintage(store, exampleVintage("2026-02-18", shorter))).toMatchObject({
      outcome: "refused",
      reason: saying("--drops-oldest"),
    });
  });

  test("is taken when a person says so, with a note for readers", async () => {
    await appendVintage(store, whole);
    const options = { dropsOldest: true };
    expect(
      await appendVintage(store, exampleVintage("2026-02-18", shorter), options),
    ).toMatchObject({ outcome: "refused", reason: saying("--note") });
    const noted = exampleVintage("2026-02-18", shorter, { note: "Begins in November" });
    expect(await appendVintage(store, noted, options)).toMatchObject({ withdrawn: 0 });
    expect(await readAsOf("2026-02-18", key)).toEqual(["2025-10 1", "2025-11 2.5", "2025-12 3"]);
  });

  test("must still have every other month", async () => {
    const three = { "2025-10": "1", "2025-11": "2", "2025-12": "3" };
    await appendVintage(store, exampleVintage("2026-01-15", { [key]: three }));
    const { "2025-11": _, ...gap } = three;
    const noted = exampleVintage("2026-02-18", { [key]: gap }, { note: "Has a hole" });
    expect(await appendVintage(store, noted, { dropsOldest: true })).toMatchObject({
      outcome: "refused",
    });
  });
});

describe("a file that collects vintages", () => {
  const one = (date: string, value: string) =>
    exampleVintage(date, { [key]: { "2025-11": value } });

  test("is appended whole, the ones held already unchanged", async () => {
    await appendVintage(store, one("2026-02-18", "2"));
    const results = await appendVintages(store, [
      one("2026-01-15", "1"),
      one("2026-02-18", "2"),
      one("2026-03-18", "3"),
    ]);
    expect(Array.isArray(results) && results.map(({ outcome }) => outcome)).toEqual([
      "appended",
      "unchanged",
      "appended",
    ]);
    for (const [date, value] of [
      ["2026-01-31", "1"],
      ["2026-02-28", "2"],
      ["2026-03-31", "3"],
    ] as const)
      expect(await readAsOf(date, key)).toEqual([`2025-11 ${value}`]);
  });

  test("is refused whole when one of them is, and says which", async () => {
    const results = await appendVintages(store, [one("2026-01-15", "1"), one("2026-02-18", "1")]);
    expect(results).toMatchObject({ outcome: "refused", content: { date: "2026-02-18" } });
    expect(await listVintages(store, "mfh")).toEqual([]);
    expect(await store.prisma.observation.count()).toBe(0);
  });
});

describe("figures that do not add up", () => {
  const broken = (acknowledged: boolean): VintageContent => ({
    ...exampleVintage("2026-01-15", { [key]: { "2025-11": "2" } }),
    violations: [
      {
        ...{ identity: "Grand Total = all areas", key, period: onlyPeriod(), acknowledged },
        ...{ found: "2", expected: "2.9", difference: "-0.9", tolerance: "0.5" },
        ...{ line: 10, column: 2, against: null },
      },
    ],
  });

  test("are recorded with the vintage, and a strict load refuses them with their place", async () => {
    expect(await appendVintage(store, broken(false), { strict: true })).toMatchObject({
      outcome: "refused",
      reason: saying(
        `${key} 2025-11: found 2, expected 2.9 (Grand Total = all areas), line 10, field 2`,
      ),
    });
    expect(await listVintages(store, "mfh")).toEqual([]);
    await appendVintage(store, broken(false));
    expect(await listViolations(store, { release: "mfh" })).toMatchObject([
      { release: "mfh", date: "2026-01-15", key, found: "2", difference: "-0.9", line: 10 },
    ]);
    expect(await listViolations(store, { key, date: day("2026-01-15") })).toHaveLength(1);
    expect(await listViolations(store, { release: "slt1" })).toEqual([]);
  });

  test("that are acknowledged pass a strict load", async () => {
    expect(await appendVintage(store, broken(true), { strict: true })).toMatchObject({
      outcome: "appended",
      violations: [{ acknowledged: true }],
    });
  });
});

function onlyPeriod() {
  const [cell] = exampleVintage("2026-01-15", { [key]: { "2025-11": "2" } }).cells;
  if (!cell) throw new TypeError("no cell");
  return cell.period;
}

describe("two files of one day that should print the same", () => {
  const identity = (acknowledged: CrossIdentity["acknowledged"] = []): CrossIdentity => ({
    left: { release: "mfh", figures: "holdings", power: 9, words: "Major holders" },
    right: { release: "slt3", figures: "total.holdings", power: 6, words: "Table 3" },
    tolerance: "0.1",
    acknowledged,
  });
  const table3 = "slt3.total.holdings.japan";

  function vintageOf(
    release: string,
    figures: Record<string, string>,
    date = "2026-02-18",
    identities = [identity()],
  ): VintageContent {
    const own = release === "mfh" ? key : table3;
    const made = exampleVintage(date, { [own]: figures }, { release, bytes: `${release} ${date}` });
    return { ...made, crossIdentities: identities };
  }

  const billions = { "2025-10": "2", "2025-11": "1200.0", "2025-12": "1185.5" };
  const millions = { "2025-11": "1200049", "2025-12": "1184000" };

  test("are compared whichever comes second, which has the violation", async () => {
    await appendVintage(store, vintageOf("mfh", billions));
    const second = await appendVintage(store, vintageOf("slt3", millions));
    expect(second).toMatchObject({
      violations: [
        {
          ...{ identity: "Table 3 = Major holders", key: table3, period: "2025-12" },
          ...{ found: "1184000", expected: "1185500", difference: "-1500", tolerance: "100" },
          against: { release: "mfh", date: "2026-02-18" },
        },
      ],
    });
    expect(await listViolations(store, { release: "slt3" })).toHaveLength(1);
    expect(await listViolations(store, { release: "mfh" })).toEqual([]);
  });

  test("the other way round", async () => {
    await appendVintage(store, vintageOf("slt3", millions));
    expect(await appendVintage(store, vintageOf("mfh", billions))).toMatchObject({
      violations: [{ key, expected: "1184", difference: "1.5", tolerance: "0.1", line: 12 }],
    });
  });

  test("are not compared with figures of another day", async () => {
    await appendVintage(store, vintageOf("mfh", billions, "2026-01-15"));
    expect(await appendVintage(store, vintageOf("slt3", millions))).toMatchObject({
      violations: [],
    });
  });

  test("are not compared in a month that only an older vintage of the other prints", async () => {
    const moving = (date: string, figures: Record<string, string>) => ({
      ...vintageOf("mfh", figures, date),
      extent: "moving" as const,
    });
    await appendVintage(store, moving("2026-01-15", { "2025-10": "5" }));
    await appendVintage(store, moving("2026-02-18", { "2025-11": "1200.0" }));
    expect(
      await appendVintage(store, vintageOf("slt3", { "2025-10": "9000", "2025-11": "1200049" })),
    ).toMatchObject({ violations: [] });
  });

  test.each(["mfh", "slt3"])(
    "a difference that is acknowledged passes a strict load of %s",
    async (second) => {
      const reason = "revised in one of them";
      const period = onlyPeriod();
      const known = [identity([{ reason, figures: [{ key, period, difference: "0.9" }] }])];
      const ours = vintageOf("mfh", { [period]: "2" }, "2026-02-18", known);
      const theirs = vintageOf("slt3", { [period]: "1100" }, "2026-02-18", known);
      const [before, after] = second === "mfh" ? [theirs, ours] : [ours, theirs];
      await appendVintage(store, before);
      expect(await appendVintage(store, after, { strict: true })).toMatchObject({
        outcome: "appended",
        violations: [{ acknowledged: true }],
      });
    },
  );

  test("a file that contradicts the other all over is refused as damaged", async () => {
    const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);
    const filled = (value: string) => Object.fromEntries(months.map((month) => [month, value]));
    await appendVintage(store, vintageOf("mfh", filled("7")));
    expect(await appendVintage(store, vintageOf("slt3", filled("9000")))).toMatchObject({
      outcome: "refused",
      reason: saying("12 of 12 figures of Table 3 are not those of Major holders"),
    });
    expect(await listVintages(store, "slt3")).toEqual([]);
  });
});

describe("the database itself refuses", () => {
  test.each([
    "UPDATE coverage SET section = 'x'",
    "DELETE FROM coverage",
    "TRUNCATE coverage",
    "UPDATE violation SET found = 1",
    "DELETE FROM violation",
    "TRUNCATE violation",
    "UPDATE vintage SET note = 'x'",
    "DELETE FROM snapshot",
    "DELETE FROM series",
    "TRUNCATE series",
    "UPDATE series SET key = 'mfh.holdings.other'",
    "UPDATE series SET id = id + 1",
  ])("%s", async (statement) => {
    await appendVintage(store, exampleVintage("2026-01-15", { [key]: { "2025-11": "2" } }));
    await expect(store.pool.query(statement)).rejects.toThrow("only takes new rows");
    expect(await readAsOf("2026-01-15", key)).toEqual(["2025-11 2"]);
  });

  test("an observation of a series that does not exist", async () => {
    await expect(
      store.pool.query("INSERT INTO observation VALUES (99, '2025-11', '2026-01-15', 1, 'normal')"),
    ).rejects.toThrow("the series 99, which does not exist");
  });
});

test("what editors say reaches a series without an observation being touched", async () => {
  const vintage = exampleVintage("2026-01-15", { [key]: { "2025-11": "2" } });
  await appendVintage(store, vintage);
  const series = vintage.series.map((one) => ({ ...one, title: "Mended", notes: ["Mind this."] }));
  expect(await appendVintage(store, { ...vintage, series })).toEqual({ outcome: "unchanged" });
  expect(await createReader(store).describe(key)).toMatchObject({
    ...{ title: "Mended", notes: ["Mind this."] },
  });
});
