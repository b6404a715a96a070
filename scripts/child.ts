import { spawn } from "node:child_process";
import { once } from "node:events";
import { guard } from "./guard.ts";

/** How a program ended, and all it printed. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Running programs of ours, to be ended with us. */
const running = new Set<number>();

/**
 * Runs a program to its end, in a process group of its own that ends with us, however we end. Its output is kept; with
 * `show` it is printed as it comes as well. A signal counts as code 1.
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  { env = {}, show = false }: { env?: Readonly<Record<string, string>>; show?: boolean } = {},
): Promise<Outcome> {
  const child = spawn(command, args, {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      if (show) process.stdout.write(chunk);
    });
  }
  const { pid } = child;
  if (pid === undefined) {
    const error: unknown[] = await once(child, "error");
    return { code: 1, output: `${command} could not be run: ${String(error[0])}` };
  }
  const release = guard(-pid);
  running.add(pid);
  const ended: unknown[] = await once(child, "close");
  running.delete(pid);
  release();
  const [code] = ended;
  return {
    code: typeof code === "number" ? code : 1,
    output: Buffer.concat(chunks).toString("utf8"),
  };
}

/** Runs a program of node_modules/.bin by its script, so that no shell or PATH is involved. */
export function runNode(
  script: string,
  args: readonly string[],
  options?: { env?: Readonly<Record<string, string>>; show?: boolean },
): Promise<Outcome> {
  return runProgram(process.execPath, [script, ...args], options);
}

/** Interrupts everything started here that still runs. */
export function interruptPrograms(): void {
  for (const pid of running) {
    try {
      process.kill(-pid, "SIGINT");
    } catch {
      // It ended at this moment.
    }
  }
}
