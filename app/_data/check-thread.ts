import "server-only";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { CheckAnswer, CheckTask } from "#lib/site/check-task";

/** How long a text may be worked on, in milliseconds, and how long the thread may take to get ready. */
const [patience, patienceToStart] = [8_000, 30_000];

/** In megabytes: more than any text of the length we take needs. */
const mostMemory = 768;

interface Thread {
  readonly worker: Worker;
  /** What it has loaded. */
  holds: string | undefined;
}

declare global {
  /** One thread a process: Next loads this module once for pages and once for actions. */
  var tickmarkCheckThread: Thread | undefined;
}

/**
 * Has the thread do a task; undefined when it took too long, or more memory than it may have. A thread that was ended is replaced
 * when it is next needed. Only one task at a time: the caller sees to it.
 */
export async function runInThread(task: CheckTask): Promise<CheckAnswer | undefined> {
  const thread = (globalThis.tickmarkCheckThread ??= startThread());
  if (thread.holds !== task.holds && task.query !== null) {
    const ready = await ask(thread, { holds: task.holds, query: null }, patienceToStart);
    if (ready?.ok !== true) return ready;
  }
  const answer = await ask(thread, task, task.query === null ? patienceToStart : patience);
  if (answer?.ok === true) thread.holds = task.holds;
  return answer;
}

function startThread(): Thread {
  const program = path.join(/* turbopackIgnore: true */ process.cwd(), "scripts/check-thread.mjs");
  const worker = new Worker(program, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  // The site may end while a thread waits for work.
  worker.unref();
  const thread: Thread = { worker, holds: undefined };
  const forget = () => {
    if (globalThis.tickmarkCheckThread === thread) globalThis.tickmarkCheckThread = undefined;
  };
  worker.on("error", forget).on("exit", forget);
  return thread;
}

function ask({ worker }: Thread, task: CheckTask, limit: number): Promise<CheckAnswer | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (answer: CheckAnswer | undefined) => {
      clearTimeout(timer);
      worker.off("message", settle).off("exit", ended).off("error", failed);
      resolve(answer);
    };
    const ended = () => settle(undefined);
    const failed = (error: Error & { readonly code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return;
      // Its message may quote the text.
      reject(new Error(`the thread has ended: ${error.code ?? error.name}`));
      settle(undefined);
    };
    const timer = setTimeout(() => void worker.terminate(), limit);
    worker.on("message", settle).on("exit", ended).on("error", failed);
    worker.postMessage(task);
  });
}
