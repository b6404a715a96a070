import { firstPrintsOf } from "./first-prints.ts";
import type { Cell, VintageDate } from "./observation.ts";
import type { Period } from "./period.ts";
import type { PeriodRange, SeriesReader } from "./reader.ts";
import { rememberingReader } from "./remembering-reader.ts";

/** Every observation that any vintage made of each series, the withdrawn ones too, by period and then by vintage. */
export type ReadRevisions = (
  keys: readonly string[],
) => Promise<ReadonlyMap<string, readonly Cell[]>>;

/**
 * A reader that asks for all revisions of a series once and answers for any vintage from memory: for a task that puts the same
 * question to hundreds of vintages. Keys asked for in one turn of the event loop are asked for together. A failure is not kept.
 */
export function revisionsReader(reader: SeriesReader, revisions: ReadRevisions): SeriesReader {
  const kept = new Map<string, Promise<readonly Cell[]>>();
  let waiting: { keys: Set<string>; answer: ReturnType<ReadRevisions> } | null = null;

  function ask(key: string): Promise<readonly Cell[]> {
    const known = kept.get(key);
    if (known) return known;
    if (waiting === null) {
      const keys = new Set<string>();
      const answer = nextTurn().then(() => {
        waiting = null;
        return revisions([...keys]);
      });
      waiting = { keys, answer };
    }
    waiting.keys.add(key);
    const cells = waiting.answer.then((found) => found.get(key) ?? []);
    kept.set(key, cells);
    cells.catch(() => kept.delete(key));
    return cells;
  }

  return {
    ...rememberingReader(reader),
    async read(keys, asOf, range) {
      const found = await Promise.all(keys.map(ask));
      return new Map(keys.map((key, at) => [key, asOfDay(found[at] ?? [], asOf, range)]));
    },
    async firstPrints(keys, asOf, range) {
      const found = await Promise.all(keys.map(ask));
      return new Map(keys.map((key, at) => [key, firstPrintsOf(found[at] ?? [], asOf, range)]));
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The last word on each period up to a day; `revisions` are by period, and then by vintage. */
export function asOfDay(
  revisions: readonly Cell[],
  asOf: VintageDate,
  { from, to }: PeriodRange = {},
): readonly Cell[] {
  const cells: Cell[] = [];
  for (
    let at = from === undefined ? 0 : firstFrom(revisions, from);
    at < revisions.length;
    at += 1
  ) {
    const cell = revisions[at];
    if (cell === undefined || (to !== undefined && cell.period > to)) break;
    if (cell.knownFrom > asOf) continue;
    if (cells.at(-1)?.period === cell.period) cells.pop();
    cells.push(cell);
  }
  return cells.filter(({ status }) => status !== "withdrawn");
}

/** Where the periods from `from` on begin: periods of one frequency sort as texts. */
function firstFrom(revisions: readonly Cell[], from: Period): number {
  let [low, high] = [0, revisions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((revisions[middle]?.period ?? "") < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
