import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** The most memory that a process has held so far, in megabytes; 0 where the system does not tell (Linux does). */
export async function mostResident(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1000;
}

/**
 * Does some work and gives the most memory that this process's descendants held at once meanwhile, in megabytes, looked at twice a
 * second: a build is many processes. 0 where the system does not tell.
 */
export async function mostResidentBelow(work: () => Promise<void>): Promise<number> {
  let [most, isDone] = [0, false];
  const looking = (async () => {
    while (!isDone) {
      most = Math.max(most, await residentBelow(process.pid));
      await sleep(500);
    }
  })();
  try {
    await work();
  } finally {
    isDone = true;
    await looking;
  }
  return most;
}

interface Running {
  readonly parent: number;
  readonly megabytes: number;
}

async function residentBelow(root: number): Promise<number> {
  const running = new Map<number, Running>();
  const names = await readdir("/proc").catch(() => []);
  for (const name of names.filter((one) => /^\d+$/.test(one))) {
    const status = await readFile(`/proc/${name}/status`, "utf8").catch(() => "");
    const parent = /^PPid:\s+(\d+)$/m.exec(status)?.[1];
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    if (parent === undefined || kilobytes === undefined) continue;
    running.set(Number(name), { parent: Number(parent), megabytes: Number(kilobytes) / 1000 });
  }
  const isBelow = (pid: number): boolean => {
    const parent = running.get(pid)?.parent;
    return parent !== undefined && (parent === root || isBelow(parent));
  };
  let sum = 0;
  for (const [pid, { megabytes }] of running) if (isBelow(pid)) sum += megabytes;
  return sum;
}
