import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendVintage } from "./append-vintage.ts";
import { day, exampleVintage } from "./example-vintage.ts";
import { createReader } from "./reader.ts";
import type { Extent } from "./vintage-content.ts";
import { createTestStore, type TestStore } from "./test-store.ts";

// Read-as-of against the plainest model there is: the last vintage up to the day that speaks about a period has the
// word on it. A vintage speaks about the periods that any of its series in the same section has. Whatever the order of
// loading.

const dates = ["2026-01-15", "2026-02-18", "2026-03-18", "2026-04-15", "2026-05-18"];
const periods = ["2025-08", "2025-09", "2025-10", "2025-11", "2025-12"];
const sections: Readonly<Record<string, string>> = {
  japan: "month",
  belgium: "month",
  norway: "12m",
  chile: "12m",
};
const names = Object.keys(sections);

/** Figures by name and period; what is not there was not printed. */
type Printed = Readonly<Record<string, Readonly<Record<string, string>>>>;
interface Loaded {
  readonly date: string;
  readonly printed: Printed;
}

const figure = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("1", "2", "3", "0", "-1.5", "n.a.") },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
/** Mostly whole runs, so that most vintages are likely ones; some with gaps. */
const rows = fc
  .tuple(fc.tuple(...periods.map(() => figure)), fc.nat({ max: 2 }), fc.integer({ min: 3, max: 5 }))
  .map(([values, first, last]) =>
    Object.fromEntries(
      periods.flatMap((period, at) => {
        const value = at >= first && at < last ? values[at] : undefined;
        return value === undefined ? [] : [[period, value]];
      }),
    ),
  );
const somethingPrinted = fc
  .record({ japan: rows, belgium: rows, norway: rows, chile: rows })
  .filter((printed) => coveredIn({ date: "", printed }, "month").length > 0);
/** Each day may have a vintage; they are loaded in any order. */
const loads = fc
  .tuple(fc.array(somethingPrinted, { minLength: 2, maxLength: dates.length }))
  .chain(([list]) =>
    fc.shuffledSubarray(
      list.map((printed, at): Loaded => ({ date: dates[at] ?? "", printed })),
      { minLength: list.length },
    ),
  );

/** The periods that a vintage speaks about in a section. */
function coveredIn({ printed }: Loaded, section: string | undefined): string[] {
  const own = names.filter((name) => sections[name] === section);
  return periods.filter((period) => own.some((name) => printed[name]?.[period] !== undefined));
}

function covers(vintage: Loaded, name: string, period: string): boolean {
  return coveredIn(vintage, sections[name]).includes(period);
}

/** What is known of a period on a day, or undefined. `until` may leave the day itself out. */
function known(
  held: readonly Loaded[],
  name: string,
  period: string,
  until: (date: string) => boolean,
): string | undefined {
  const speaking = held.filter((one) => until(one.date) && covers(one, name, period));
  const last = speaking.sort((left, right) => (left.date < right.date ? -1 : 1)).at(-1);
  return last?.printed[name]?.[period];
}

/** Cut beside the vintage before it by date. */
function looksCut(held: readonly Loaded[], vintage: Loaded, extent: Extent): boolean {
  const earlier = held.filter((one) => one.date < vintage.date).map((one) => one.date);
  const before = held.find((one) => one.date === earlier.sort().at(-1));
  if (!before) return false;
  return ["month", "12m"].some((section) => {
    const [own, other] = [coveredIn(vintage, section), coveredIn(before, section)];
    if (extent === "growing") return other.some((period) => !own.includes(period));
    return (own.at(-1) ?? "") < (other.at(-1) ?? "") || own.length < other.length;
  });
}

function countsOf(held: readonly Loaded[], vintage: Loaded) {
  const counts = { added: 0, revised: 0, withdrawn: 0 };
  for (const name of names) {
    for (const period of periods.filter((one) => covers(vintage, name, one))) {
      const before = known(held, name, period, (date) => date < vintage.date);
      const own = vintage.printed[name]?.[period];
      if (before === own) continue;
      if (before === undefined) counts.added += 1;
      else if (own === undefined) counts.withdrawn += 1;
      else counts.revised += 1;
    }
  }
  return counts;
}

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
});
afterAll(() => store.close());

test("as of each day the store says what the last vintage that speaks about a period said, in any order of loading", async () => {
  let run = 0;
  let refusals = 0;
  let loaded = 0;
  await fc.assert(
    fc.asyncProperty(loads, fc.constantFrom("growing", "moving"), async (inOrder, extent) => {
      run += 1;
      // The store cannot be emptied, so each run has a release of its own.
      const release = `r${run}`;
      const keys = names.map((name) => `${release}.holdings.${name}`);
      const held: Loaded[] = [];
      for (const vintage of inOrder) {
        const figures = Object.fromEntries(
          names.map((name, at) => [keys[at] ?? "", vintage.printed[name] ?? {}]),
        );
        const details = {
          ...{ bytes: `${release} ${vintage.date}`, note: "Made up", release, extent },
          section: (key: string) => sections[key.split(".").at(-1) ?? ""] ?? "",
        };
        const result = await appendVintage(store, exampleVintage(vintage.date, figures, details));
        if (looksCut(held, vintage, extent)) {
          expect(result.outcome).toBe("refused");
          refusals += 1;
          continue;
        }
        expect(result).toMatchObject({ outcome: "appended", ...countsOf(held, vintage) });
        held.push(vintage);
        loaded += 1;
        for (const asOf of dates) {
          const cells = await createReader(store).read(keys, day(asOf));
          for (const [at, name] of names.entries()) {
            const read = (cells.get(keys[at] ?? "") ?? []).map(
              ({ period, value }) => `${period} ${value ?? "n.a."}`,
            );
            const expected = periods.flatMap((period) => {
              const word = known(held, name, period, (date) => date <= asOf);
              return word === undefined ? [] : [`${period} ${word}`];
            });
            expect(read, `${name} as of ${asOf}`).toEqual(expected);
          }
        }
      }
    }),
    { numRuns: 40, seed: 20_260_618 },
  );
  // The model is only as good as what it meets.
  expect(refusals).toBeGreaterThan(10);
  expect(loaded).toBeGreaterThan(80);
});
