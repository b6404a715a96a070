import type { Cell, VintageDate } from "./observation.ts";
import type { PeriodRange, SeriesReader } from "./reader.ts";

/**
 * A reader that asks for each series once, whole, and answers questions about parts of it from what it keeps: for a task
 * that asks thousands of small questions about few series. Keys that are new in one question are asked for together. A
 * failure is not kept.
 */
export function wholeSeriesReader(reader: SeriesReader): SeriesReader {
  return {
    describe: (key) => reader.describe(key),
    nearestKeys: (key, limit) => reader.nearestKeys(key, limit),
    peers: (key) => reader.peers(key),
    vintages: (release) => reader.vintages(release),
    read: readWhole((keys, asOf) => reader.read(keys, asOf)),
    firstPrints: readWhole((keys, asOf) => reader.firstPrints(keys, asOf)),
  };
}

/** Answers from whole series, each of which is asked for once a day. */
function readWhole(
  read: (keys: readonly string[], asOf: VintageDate) => ReturnType<SeriesReader["read"]>,
): SeriesReader["read"] {
  const kept = new Map<string, Promise<readonly Cell[]>>();

  function ask(keys: readonly string[], asOf: VintageDate): void {
    const fresh = keys.filter((key) => !kept.has(nameOf(key, asOf)));
    if (fresh.length === 0) return;
    const answer = read(fresh, asOf);
    for (const key of fresh) {
      const cells = answer.then((found) => found.get(key) ?? []);
      kept.set(nameOf(key, asOf), cells);
      cells.catch(() => kept.delete(nameOf(key, asOf)));
    }
  }

  return async (keys, asOf, range = {}) => {
    ask(keys, asOf);
    const found = keys.map(async (key): Promise<[string, readonly Cell[]]> => [
      key,
      cellsWithin((await kept.get(nameOf(key, asOf))) ?? [], range),
    ]);
    return new Map(await Promise.all(found));
  };
}

function nameOf(key: string, asOf: VintageDate): string {
  return `${asOf} ${key}`;
}

/** Periods of one frequency sort as texts, which is how the store compares them. */
function cellsWithin(cells: readonly Cell[], { from, to }: PeriodRange): readonly Cell[] {
  if (from === undefined && to === undefined) return cells;
  return cells.filter(
    ({ period }) => (from === undefined || period >= from) && (to === undefined || period <= to),
  );
}
