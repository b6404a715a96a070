import { z } from "zod";
import { heldDays, type HeldDays } from "#lib/articles/held-days";
import { fixedReader } from "#lib/series/fixed-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Vintage } from "#lib/series/vintage";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import { digest } from "./content-state.ts";

/**
 * What was asked of a store while something was worked out, each question with a digest of its answer. Whatever was worked out of these
 * answers and of nothing else of the store is so still while each of them is the same, be it that there is no such series.
 */
export type Trace = Readonly<Record<string, string>>;

/** The figures that questions are put to: of one state of a store, and kept when they have been told. */
export interface TraceGround {
  readonly reader: SeriesReader;
  readonly held: HeldDays;
}

/** The same, taking down what is asked. */
export interface Traced extends TraceGround {
  trace(): Promise<Trace>;
}

/** The shape of a trace, for where it was kept outside of this process. */
export const traceShape = z.record(z.string(), z.string());

const parts = z.array(z.union([z.string(), z.number(), z.null()])).min(1);

/** A question, as JSON: what is asked, and about what. */
type Question = readonly [kind: string, ...about: readonly (string | number | null)[]];

export function traceGround(reader: SeriesReader, heldVintages: readonly Vintage[]): TraceGround {
  return { reader: wholeSeriesReader(rememberingReader(reader)), held: heldDays(heldVintages) };
}

/** Takes down what is asked from now on. Of a series that is read as of a day the answer is all of it, whatever part was asked for. */
export function startTrace(ground: TraceGround): Traced {
  const asked = new Set<string>();
  const note = (...question: Question) => asked.add(JSON.stringify(question));
  const { reader, held } = ground;
  return {
    reader: fixedReader({
      describe: (key) => {
        note("describe", key);
        return reader.describe(key);
      },
      nearestKeys: (key, limit) => {
        note("nearestKeys", key, limit);
        return reader.nearestKeys(key, limit);
      },
      peers: (key) => {
        note("peers", key);
        return reader.peers(key);
      },
      vintages: async (release, until) => {
        note("vintages", release, until ?? null);
        return (await reader.vintages(release)).filter(isUpTo(until ?? null));
      },
      read: (keys, asOf, range) => {
        for (const key of keys) note("read", key, asOf);
        return reader.read(keys, asOf, range);
      },
      firstPrints: (keys, asOf, range) => {
        for (const key of keys) note("firstPrints", key, asOf);
        return reader.firstPrints(keys, asOf, range);
      },
    }),
    held: (releases, until) => {
      note("held", until ?? null, ...releases);
      return held(releases, until);
    },
    trace: () => traceOf([...asked], ground),
  };
}

/** Whether all that was asked would be answered as it was. */
export async function isAnsweredAlike(trace: Trace, ground: TraceGround): Promise<boolean> {
  const now = await traceOf(Object.keys(trace), ground);
  return Object.entries(trace).every(([question, answer]) => now[question] === answer);
}

async function traceOf(asked: readonly string[], ground: TraceGround): Promise<Trace> {
  const questions = asked.map((text) => [text, questionIn(text)] as const);
  await readAhead(
    questions.map(([, question]) => question),
    ground.reader,
  );
  const answered = questions.map(
    async ([text, question]) =>
      [text, digest(JSON.stringify((await answerTo(question, ground)) ?? null))] as const,
  );
  return Object.fromEntries(await Promise.all(answered));
}

/** Asks for all series of a day at once; the reader keeps what it is told. */
async function readAhead(questions: readonly Question[], reader: SeriesReader): Promise<void> {
  for (const kind of ["read", "firstPrints"] as const) {
    const days = new Map<VintageDate, string[]>();
    for (const [asked, key = null, day = null] of questions)
      if (asked === kind) days.set(dayIn(day), [...(days.get(dayIn(day)) ?? []), String(key)]);
    await Promise.all([...days].map(([day, keys]) => reader[kind](keys, day)));
  }
}

async function answerTo(question: Question, { reader, held }: TraceGround): Promise<unknown> {
  const [kind, first = null, second = null, ...others] = question;
  const name = String(first);
  switch (kind) {
    case "describe":
      return reader.describe(name);
    case "nearestKeys":
      return reader.nearestKeys(name, Number(second));
    case "peers":
      return reader.peers(name);
    case "vintages":
      return (await reader.vintages(name)).filter(isUpTo(second === null ? null : dayIn(second)));
    case "read":
    case "firstPrints":
      return (await reader[kind]([name], dayIn(second))).get(name);
    case "held": {
      const releases = [second, ...others].flatMap((one) => (one === null ? [] : [String(one)]));
      return held(releases, first === null ? undefined : dayIn(first));
    }
    default:
      throw new Error(`Nobody asks "${kind}" of a store`);
  }
}

function isUpTo(until: VintageDate | null): (vintage: Vintage) => boolean {
  return ({ date }) => until === null || date <= until;
}

function dayIn(text: string | number | null): VintageDate {
  const day = String(text);
  if (!isVintageDate(day)) throw new Error(`"${day}" is no day of a vintage`);
  return day;
}

function questionIn(text: string): Question {
  const [kind, ...about] = parts.parse(JSON.parse(text));
  return [String(kind), ...about];
}
