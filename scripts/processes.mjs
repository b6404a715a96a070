import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * The command line of a running process, or undefined when there is none. A process id alone proves nothing: after a
 * restart, above all in a container, the number often belongs to another program. A zombie counts as not running.
 * @param {number} pid
 */
export function commandOf(pid) {
  try {
    if (process.platform === "linux") {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || undefined;
    }
    const line = execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return line.trim() || undefined;
  } catch {
    return undefined;
  }
}
