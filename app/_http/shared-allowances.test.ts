import { expect, test } from "vitest";
import { SharedAllowances, type CountPlace } from "./shared-allowances.ts";

const limit = { most: 3, every: 1000 };

/** What the database does, in memory: `salt` may be changed, and `told` holds all that ever came. */
function countPlace() {
  const counts = new Map<string, number>();
  const told: string[] = [];
  const place = { salt: "monday", told };
  const exchange: CountPlace = {
    add: (taken) => {
      for (const { asker, milliseconds } of taken) {
        counts.set(asker, (counts.get(asker) ?? 0) + milliseconds);
        place.told.push(asker);
      }
      return Promise.resolve();
    },
    read: () => {
      const askers = [...counts].map(([asker, left]) => ({ asker, left }));
      return Promise.resolve({ salt: place.salt, at: "", askers });
    },
  };
  return Object.assign(place, { exchange });
}

const clock = () => 0;

async function twoProcesses() {
  const place = countPlace();
  const processes = [new SharedAllowances(), new SharedAllowances()];
  const rounds = async () => {
    for (const one of processes) await one.round(place.exchange, clock);
    for (const one of processes) await one.round(place.exchange, clock);
  };
  await rounds();
  const [first, second] = processes.map((one) => one.of("check", limit));
  if (!first || !second) throw new Error("There are two");
  return { place, rounds, first, second, processes };
}

test("what was taken in one process is gone in the other, after a round", async () => {
  const { rounds, first, second } = await twoProcesses();
  for (let count = 0; count < 3; count++) expect(first.take("a", 0).wait).toBe(0);
  expect(second.take("a", 0).wait).toBe(0);
  await rounds();
  expect(second.take("a", 0).wait).toBe(2000);
  expect(first.take("a", 0).wait).toBe(2000);
  expect(first.take("b", 0).wait).toBe(0);
});

test("what was charged afterwards counts everywhere too, and what was refused nowhere", async () => {
  const { rounds, first, second } = await twoProcesses();
  first.charge("a", 0, 3);
  for (let count = 0; count < 10; count++) expect(first.take("a", 0).wait).toBe(1000);
  await rounds();
  expect(second.take("a", 0).wait).toBe(1000);
});

test("kinds do not count for one another", async () => {
  const { rounds, first, processes } = await twoProcesses();
  for (let count = 0; count < 3; count++) first.take("a", 0);
  await rounds();
  expect(processes[1]?.of("desk", limit).take("a", 0).wait).toBe(0);
});

test("no address is told, and on another day the same asker has another name", async () => {
  const { place, rounds, first } = await twoProcesses();
  first.take("203.0.113.7", 0);
  await rounds();
  place.salt = "tuesday";
  await rounds();
  first.take("203.0.113.7", 0);
  await rounds();
  expect(new Set(place.told).size).toBe(2);
  for (const told of place.told) expect(told).toMatch(/^[\w-]{43}$/);
});

test("while nobody can be told, each process counts its own", async () => {
  const alone = new SharedAllowances();
  const allowance = alone.of("check", limit);
  const away: CountPlace = {
    add: () => Promise.reject(new Error("away")),
    read: () => Promise.reject(new Error("away")),
  };
  await expect(alone.round(away, clock)).rejects.toThrow("away");
  const waits = [0, 0, 0, 0].map((now) => allowance.take("a", now).wait);
  expect(waits).toEqual([0, 0, 0, 1000]);
});

test.each([
  ["from the start", false],
  ["after a good round", true],
])(
  "a reader who came all through an outage is not told to wait when it ends, %s",
  async (_title, hadRound) => {
    const { exchange } = countPlace();
    const shared = new SharedAllowances();
    const allowance = shared.of("call", { most: 60, every: 200 });
    if (hadRound) await shared.round(exchange, clock);
    const away: CountPlace = {
      add: () => Promise.reject(new Error("away")),
      read: () => Promise.reject(new Error("away")),
    };
    let [now, waits] = [0, 0];
    for (; now < 3_600_000; now += 200) {
      waits += allowance.take("a", now).wait;
      if (now % 5_000 === 0) await shared.round(away, () => now).catch(() => undefined);
    }
    expect(waits).toBe(0);
    for (let round = 0; round < 2; round++) await shared.round(exchange, () => now);
    expect(allowance.take("a", now).wait).toBe(0);
  },
);

test("of what one asker took no more is told than there is at once", async () => {
  const { place, rounds, first, second } = await twoProcesses();
  for (let count = 0; count < 50; count++) first.take("a", count * 1000);
  await rounds();
  expect(place.told).toHaveLength(1);
  expect(second.take("a", 0).wait).toBe(1000);
});

test("of a crowd of askers no more are told at a time than one statement should hold", async () => {
  const { place, rounds, first } = await twoProcesses();
  for (let asker = 0; asker < 5_000; asker++) first.take(String(asker), 0);
  await rounds();
  expect(place.told).toHaveLength(2_000);
});

test("how often somebody was told to wait is counted by kind", () => {
  const allowances = new SharedAllowances();
  const check = allowances.of("check", limit);
  allowances.of("desk", limit).take("a", 0);
  for (let count = 0; count < 5; count++) check.take("a", 0);
  expect(allowances.refused()).toEqual([
    ["check", 2],
    ["desk", 0],
  ]);
});
