import "server-only";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { CheckAnswer, CheckReply, CheckTask } from "#lib/site/check-task";
import type { CheckQuery } from "#lib/site/check-text-query";
import { measureThread } from "./check-thread-time.ts";
import { readPlace } from "./store.ts";

/** What a task came to, and how many milliseconds of a processor it took. */
export interface ThreadResult {
  readonly end: CheckAnswer | Unfinished;
  readonly used: number;
}

/**
 * Why there is no answer: the text needs more than it may have, or it would not have, but the machine was too busy to get that
 * far; or the thread is not ready for any text yet.
 */
export type Unfinished = "too much" | "too slow" | "not ready";

/** What a task may take of a processor, and until it is done, in milliseconds. */
interface TaskLimit {
  readonly work: number;
  readonly wait: number;
}
const textLimit: TaskLimit = { work: 8_000, wait: 20_000 };
const startLimit: TaskLimit = { work: 30_000, wait: 60_000 };

/** How long a text waits for the thread to get ready, which goes on without it. */
const patience = 10_000;

/** How often the time is looked at. */
const interval = 250;

/** In megabytes: more than any text of the length we take needs. */
const mostMemory = 768;

interface Thread {
  readonly worker: Worker;
  tasks: number;
  /** What it has loaded or is loading, and when it is done. */
  ready: { readonly holds: string; readonly done: Promise<ThreadResult> } | undefined;
}

declare global {
  /** One thread a process: Next loads this module once for pages and once for actions. */
  var tickmarkCheckThread: Thread | undefined;
}

/** Has the thread check a text. One that had to be ended is replaced at once. Rejects when it cannot run. */
export async function checkInThread(query: CheckQuery, holds: string): Promise<ThreadResult> {
  const ready = await inTime(prepareThread(holds));
  // Getting ready is done for everybody, and nobody's use of the processor.
  if (isUnfinished(ready.end)) return { end: "not ready", used: 0 };
  if (!ready.end.ok) return { ...ready, used: 0 };
  const thread = globalThis.tickmarkCheckThread;
  if (thread === undefined) return { end: "not ready", used: 0 };
  const result = await ask(thread, { holds, query }, textLimit);
  if (isUnfinished(result.end)) prepareThread(holds).catch(() => undefined);
  return result;
}

/** Makes the thread ready for what the store holds. All who ask meanwhile share the wait. */
export function prepareThread(holds: string): Promise<ThreadResult> {
  const thread = (globalThis.tickmarkCheckThread ??= startThread());
  if (thread.ready?.holds === holds) return thread.ready.done;
  const ready = { holds, done: ask(thread, { holds, query: null }, startLimit) };
  thread.ready = ready;
  const forget = () => {
    if (thread.ready === ready) thread.ready = undefined;
  };
  // A failure is not kept: the next who asks tries again.
  ready.done.then(({ end }) => (!isUnfinished(end) && end.ok) || forget(), forget);
  return ready.done;
}

function isUnfinished(end: CheckAnswer | Unfinished): end is Unfinished {
  return typeof end === "string";
}

async function inTime(ready: Promise<ThreadResult>): Promise<ThreadResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ThreadResult>((resolve) => {
    timer = setTimeout(() => resolve({ end: "not ready", used: 0 }), patience);
  });
  try {
    return await Promise.race([ready, late]);
  } finally {
    clearTimeout(timer);
  }
}

function startThread(): Thread {
  const program = path.join(/* turbopackIgnore: true */ process.cwd(), "scripts/check-thread.mjs");
  const worker = new Worker(program, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  // The site may end while a thread waits for work.
  worker.unref();
  const thread: Thread = { worker, tasks: 0, ready: undefined };
  const forget = () => {
    if (globalThis.tickmarkCheckThread === thread) globalThis.tickmarkCheckThread = undefined;
  };
  worker.on("error", forget).on("exit", forget);
  return thread;
}

function ask(
  thread: Thread,
  asked: Omit<CheckTask, "id" | "place">,
  limit: TaskLimit,
): Promise<ThreadResult> {
  const { worker } = thread;
  const id = (thread.tasks += 1);
  const begun = performance.now();
  const used = measureThread(worker);
  return new Promise((resolve, reject) => {
    let unfinished: Unfinished = "too much";
    const settle = (end: CheckAnswer | Unfinished) => {
      clearInterval(timer);
      worker.off("message", replied).off("exit", ended).off("error", failed);
      resolve({ end, used: used() });
    };
    const replied = (reply: CheckReply) => {
      if (reply.id === id) settle(reply.answer);
    };
    const ended = () => settle(unfinished);
    const failed = (error: Error & { readonly code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return;
      // Its message may quote the text.
      reject(new Error(`the thread has ended: ${error.code ?? error.name}`));
      settle("too slow");
    };
    const look = () => {
      const isTooMuch = used() > limit.work;
      if (!isTooMuch && performance.now() - begun <= limit.wait) return;
      unfinished = isTooMuch ? "too much" : "too slow";
      clearInterval(timer);
      void worker.terminate();
    };
    const timer = setInterval(look, interval);
    worker.on("message", replied).on("exit", ended).on("error", failed);
    worker.postMessage({ id, place: readPlace(), ...asked });
  });
}
