import { spawn } from "node:child_process";
import { Socket } from "node:net";

/**
 * `read` returns when the pipe from us closes: when we end, however we end, `kill -9` included. PostgreSQL outlives its
 * parent by design, and a build would go on writing; without this an interrupted command leaves them behind.
 */
const watch = `
trap '' INT TERM HUP
read -r _
kill -s INT -- "$1" 2>/dev/null
[ -n "$2" ] || exit 0
while kill -s 0 -- "$1" 2>/dev/null; do sleep 0.1; done
rm -rf -- "$2"`;

/**
 * Interrupts a process when this one ends without having called the returned function. `target` is a process id, or a
 * process group as a negative number. `thenRemove` is a folder to remove once the process is gone.
 */
export function guard(target: number, thenRemove = ""): () => void {
  const child = spawn("sh", ["-c", watch, "tickmark-guard", String(target), thenRemove], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  child.on("error", () => undefined);
  return () => child.kill("SIGKILL");
}
