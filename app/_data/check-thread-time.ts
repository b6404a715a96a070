import "server-only";
import type { Worker } from "node:worker_threads";

/**
 * Measures the processor time of a thread from here on, in milliseconds. Node tells that of the process only, and of a thread how
 * long it was not idle, which is more where other programs have the processors. A thread has used neither more than the one nor
 * more than the other.
 */
export function measureThread({ performance }: Pick<Worker, "performance">): () => number {
  const [process0, thread0] = [process.cpuUsage(), performance.eventLoopUtilization()];
  let most = 0;
  return () => {
    const { user, system } = process.cpuUsage(process0);
    const { active } = performance.eventLoopUtilization(thread0);
    // Of a thread that has ended Node says that it did nothing.
    most = Math.max(most, Math.min((user + system) / 1000, active));
    return most;
  };
}
