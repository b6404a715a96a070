import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { contentState, type ContentState } from "./content-state.ts";
import type { Trace } from "./trace.ts";

/** Where findings are kept from one time to the next, by names that say all they rest on. */
export interface Findings<T> {
  /** `of` says what a finding is about: who remembers only the newest about each goes by it. */
  read(of: string, name: string): Promise<T | null>;
  write(of: string, name: string, found: T): Promise<void>;
  /** Names what findings rest on besides the content: the gate's own code where it may be another, and what the store held. */
  readonly basis: string;
  /** Whether the store holds that still: what is found while it gets something more may be half old and half new. */
  stands(): Promise<boolean>;
  /** Those over any store, by names that do not say what it holds. */
  readonly traced?: {
    /** Names the gate alone. */
    readonly basis: string;
    read(of: string, name: string): Promise<TracedFinding<T> | null>;
    write(of: string, name: string, found: TracedFinding<T>): Promise<void>;
  };
}

/** What was found, with all that it rests on of the store. */
export interface TracedFinding<T> {
  readonly found: T;
  /** Of what stays while nobody touches what was asked: see trace.ts. */
  readonly looked: Trace;
  /** Of the part that may be made again by itself. */
  readonly stood: Trace;
}

/** Something that is looked at, unless it was before. */
export interface Subject<T> {
  /** Names it: an article by its slug. */
  readonly of: string;
  /** Changes when anything of the content does that its finding rests on. */
  readonly mark: (state: ContentState) => string;
  /** Changes when any of that is written to, be it with the same text. */
  readonly stamp: (state: ContentState) => string;
  readonly look: () => Promise<T>;
  /** For who keeps findings from one state of the store to the next. */
  readonly traced?: {
    look(): Promise<TracedFinding<T>>;
    /** What looking would find by now, from what was found over another state; null when that must be done. */
    renew(earlier: TracedFinding<T>, state: ContentState): Promise<TracedFinding<T> | null>;
  };
}

/** What was found, in the order asked. */
export interface Found<T> {
  readonly found: readonly Finding<T>[];
  /** How many were not looked at again. */
  readonly unchanged: number;
}

export interface Finding<T> {
  readonly of: string;
  /** Says all that it rests on. */
  readonly name: string;
  readonly found: T;
}

/**
 * Looks at each subject; what was found before, in the same bytes over the same store and shared files, is not looked for again.
 */
export async function findAgain<T>(
  folder: string,
  subjects: readonly Subject<T>[],
  kept: Findings<T> | null,
): Promise<Found<T>> {
  const state = contentState(folder);
  const nameOver = (base: string | undefined, { of, mark }: Subject<T>, at: ContentState) =>
    createHash("sha256")
      .update([folder, base, at.shared, of, mark(at)].join("\n"))
      .digest("hex");
  const nameOf = (subject: Subject<T>, at: ContentState) => nameOver(kept?.basis, subject, at);
  const tracedName = (subject: Subject<T>) => nameOver(kept?.traced?.basis, subject, state);
  const found: Finding<T>[] = [];
  const fresh: Fresh<T>[] = [];
  for (const subject of subjects) {
    const { of } = subject;
    const name = nameOf(subject, state);
    const known = (await kept?.read(of, name)) ?? null;
    if (known !== null) {
      found.push({ of, name, found: known });
      continue;
    }
    const one = await findOne(subject, { kept, state, name: tracedName(subject) });
    const finding = { of, name, found: one.found };
    found.push(finding);
    fresh.push({ ...one, subject, finding });
    // A server answers its readers meanwhile: to look at hundreds takes seconds, and hardly ever waits for anything.
    await nextTurn();
  }
  // What was written to meanwhile, in the store or in a file, may have been read half old and half new.
  if (kept !== null && fresh.length > 0 && (await kept.stands())) {
    const after = contentState(folder);
    for (const { subject, finding, traced } of fresh) {
      const { of, name } = finding;
      // The same text may have been another while it was looked at.
      const isUntouched = subject.stamp(state) === subject.stamp(after);
      if (!isUntouched || nameOf(subject, after) !== name) continue;
      await kept.write(of, name, finding.found);
      if (traced !== null) await kept.traced?.write(of, tracedName(subject), traced);
    }
  }
  const looked = fresh.filter(({ isRenewed }) => !isRenewed);
  return { found, unchanged: found.length - looked.length };
}

interface Fresh<T> {
  readonly subject: Subject<T>;
  readonly finding: Finding<T>;
  readonly found: T;
  readonly traced: TracedFinding<T> | null;
  /** It was not looked at again. */
  readonly isRenewed: boolean;
}

/** From what was found over another state of the store, else from looking. */
async function findOne<T>(
  { of, look, traced }: Subject<T>,
  {
    kept,
    state,
    name,
  }: { readonly kept: Findings<T> | null; readonly state: ContentState; readonly name: string },
): Promise<Pick<Fresh<T>, "found" | "traced" | "isRenewed">> {
  if (!kept?.traced || !traced) return { found: await look(), traced: null, isRenewed: false };
  const earlier = await kept.traced.read(of, name);
  const renewed = earlier && (await traced.renew(earlier, state));
  const found = renewed ?? (await traced.look());
  return { found: found.found, traced: found, isRenewed: renewed !== null };
}
