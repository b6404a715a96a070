import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendVintage } from "./append-vintage.ts";
import { day, exampleVintage } from "./example-vintage.ts";
import { createReader } from "./reader.ts";
import { createTestStore, type TestStore } from "./test-store.ts";

// Read-as-of against the plainest model there is: the last vintage up to the day that speaks about a period has the
// word on it. Whatever the order of loading.

const dates = ["2026-01-15", "2026-02-18", "2026-03-18", "2026-04-15", "2026-05-18"];
const periods = ["2025-08", "2025-09", "2025-10", "2025-11", "2025-12"];
const names = ["japan", "belgium"];

/** Figures by name and period; what is not there was not printed. */
type Printed = Readonly<Record<string, Readonly<Record<string, string>>>>;
interface Loaded {
  readonly date: string;
  readonly printed: Printed;
}

const rows = fc.dictionary(
  fc.constantFrom(...periods),
  fc.constantFrom("1", "2", "3", "0", "-1.5", "n.a."),
  { noNullPrototype: true },
);
const somethingPrinted = fc
  .record({ japan: rows, belgium: rows })
  .filter((printed) => spanOf(printed).length > 0);
/** Each day may have a vintage; they are loaded in any order. */
const loads = fc
  .tuple(fc.array(somethingPrinted, { minLength: 2, maxLength: dates.length }))
  .chain(([list]) =>
    fc.shuffledSubarray(
      list.map((printed, at): Loaded => ({ date: dates[at] ?? "", printed })),
      { minLength: list.length },
    ),
  );

function spanOf(printed: Printed): string[] {
  return Object.values(printed)
    .flatMap((row) => Object.keys(row))
    .sort();
}

function covers({ printed }: Loaded, period: string): boolean {
  const span = spanOf(printed);
  return (span[0] ?? "9") <= period && period <= (span.at(-1) ?? "");
}

/** What is known of a period on a day, or undefined. `until` may leave the day itself out. */
function known(
  held: readonly Loaded[],
  name: string,
  period: string,
  until: (date: string) => boolean,
): string | undefined {
  const speaking = held.filter((one) => until(one.date) && covers(one, period));
  const last = speaking.sort((left, right) => (left.date < right.date ? -1 : 1)).at(-1);
  return last?.printed[name]?.[period];
}

/** Cut at either end beside the vintage before it by date. */
function looksCut(held: readonly Loaded[], { date, printed }: Loaded): boolean {
  const earlier = held.filter((one) => one.date < date).map((one) => one.date);
  const before = held.find((one) => one.date === earlier.sort().at(-1));
  if (!before) return false;
  const [own, other] = [spanOf(printed), spanOf(before.printed)];
  return (own[0] ?? "") > (other[0] ?? "") || (own.at(-1) ?? "") < (other.at(-1) ?? "");
}

function countsOf(held: readonly Loaded[], vintage: Loaded) {
  const counts = { added: 0, revised: 0, withdrawn: 0 };
  for (const name of names) {
    for (const period of periods.filter((one) => covers(vintage, one))) {
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
  await fc.assert(
    fc.asyncProperty(loads, async (inOrder) => {
      run += 1;
      // The store cannot be emptied, so each run has a release of its own.
      const release = `r${run}`;
      const keys = names.map((name) => `${release}.holdings.${name}`);
      const held: Loaded[] = [];
      for (const vintage of inOrder) {
        const figures = Object.fromEntries(
          names.map((name, at) => [keys[at] ?? "", vintage.printed[name] ?? {}]),
        );
        const details = { bytes: `${release} ${vintage.date}`, note: "Made up", release };
        const result = await appendVintage(store, exampleVintage(vintage.date, figures, details));
        if (looksCut(held, vintage)) {
          expect(result.outcome).toBe("refused");
          continue;
        }
        expect(result).toMatchObject({ outcome: "appended", ...countsOf(held, vintage) });
        held.push(vintage);
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
    { numRuns: 25, seed: 20_260_618 },
  );
});
