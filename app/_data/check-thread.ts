import "server-only";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { CheckAnswer, CheckReply, CheckTask } from "#lib/site/check-task";
import type { CheckQuery } from "#lib/site/check-text-query";

/** How long a text may be worked on, in milliseconds, and how long the thread may take to get ready. */
const [patience, patienceToStart] = [8_000, 30_000];

/** In megabytes: more than any text of the length we take needs. */
const mostMemory = 768;

interface Thread {
  readonly worker: Worker;
  tasks: number;
  /** What it has loaded or is loading, and when it is done. */
  ready: { readonly holds: string; readonly done: Promise<CheckAnswer | undefined> } | undefined;
}

declare global {
  /** One thread a process: Next loads this module once for pages and once for actions. */
  var tickmarkCheckThread: Thread | undefined;
}

/**
 * Has the thread check a text; undefined when that took too long, or more memory than it may have. A thread that was ended is
 * replaced when it is next needed. Rejects when it cannot run.
 */
export async function checkInThread(
  query: CheckQuery,
  holds: string,
): Promise<CheckAnswer | undefined> {
  const ready = await prepareThread(holds);
  if (ready?.ok !== true) return ready;
  const thread = globalThis.tickmarkCheckThread;
  return thread && ask(thread, { holds, query }, patience);
}

/** Makes the thread ready for what the store holds. All who ask meanwhile share the wait. */
export function prepareThread(holds: string): Promise<CheckAnswer | undefined> {
  const thread = (globalThis.tickmarkCheckThread ??= startThread());
  if (thread.ready?.holds === holds) return thread.ready.done;
  const ready = { holds, done: ask(thread, { holds, query: null }, patienceToStart) };
  thread.ready = ready;
  const forget = () => {
    if (thread.ready === ready) thread.ready = undefined;
  };
  // A failure is not kept: the next who asks tries again.
  ready.done.then((answer) => answer?.ok === true || forget(), forget);
  return ready.done;
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
  asked: Omit<CheckTask, "id">,
  limit: number,
): Promise<CheckAnswer | undefined> {
  const { worker } = thread;
  const id = (thread.tasks += 1);
  return new Promise((resolve, reject) => {
    const settle = (answer: CheckAnswer | undefined) => {
      clearTimeout(timer);
      worker.off("message", replied).off("exit", ended).off("error", failed);
      resolve(answer);
    };
    const replied = (reply: CheckReply) => {
      if (reply.id === id) settle(reply.answer);
    };
    const ended = () => settle(undefined);
    const failed = (error: Error & { readonly code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return;
      // Its message may quote the text.
      reject(new Error(`the thread has ended: ${error.code ?? error.name}`));
      settle(undefined);
    };
    const timer = setTimeout(() => void worker.terminate(), limit);
    worker.on("message", replied).on("exit", ended).on("error", failed);
    worker.postMessage({ id, ...asked });
  });
}
