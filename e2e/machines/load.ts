import { Agent } from "node:http";
import { ask, shownBy, vintagesIn } from "./answer.ts";

/** An answer that is none, or not one of those that are right. */
export interface Fault {
  readonly path: string;
  /** When it was asked. */
  readonly began: number;
  readonly what: string;
}

/** What came of a load. Times are milliseconds of `performance.now()`. */
export interface LoadReport {
  readonly answers: number;
  readonly faults: readonly Fault[];
  /** The longest that somebody waited for a right answer. */
  readonly longest: number;
}

/** What a path may show, by the names that `shownBy` gives. */
export type Right = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Readers who ask for one path after the other, each on a connection of its own, until they are told to stop. Each answer is held
 * against what the path may show, and must be made of one state of the store.
 */
export function startLoad(url: string, right: Right, readers = 8): { stop(): Promise<LoadReport> } {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const faults: Fault[] = [];
  const paths = [...right.keys()];
  let answers = 0;
  let longest = 0;
  let isOver = false;
  const read = async (reader: number) => {
    for (let turn = reader; !isOver; turn++) {
      const path = paths[turn % paths.length] ?? "/";
      const began = performance.now();
      const { status, text } = await ask(`${url}${path}`, { agent });
      const what = faultOf(status, text, right.get(path));
      if (what === undefined) longest = Math.max(longest, performance.now() - began);
      else faults.push({ path, began, what });
      answers += 1;
    }
  };
  const all = Promise.all(Array.from({ length: readers }, (_, reader) => read(reader)));
  return {
    async stop() {
      isOver = true;
      await all;
      agent.destroy();
      return { answers, faults, longest: Math.round(longest) };
    },
  };
}

function faultOf(
  status: number,
  text: string,
  allowed: ReadonlySet<string> | undefined,
): string | undefined {
  if (status !== 200) return `${status}: ${text.slice(0, 200)}`;
  const vintages = vintagesIn(text);
  if (vintages.size > 1) return `made of ${[...vintages].join(" and ")}`;
  const shown = shownBy(text);
  return allowed?.has(shown)
    ? undefined
    : `shows ${shown}, and may show ${[...(allowed ?? [])].join(", ")}`;
}
