import { execFileSync, spawnSync } from "node:child_process";
import { Refusal } from "./refusal.ts";

/** The account that runs PostgreSQL, as `spawn` takes it. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. For root we run it as the owner of the data there are (an ordinary user may have
 * made them), else as `nobody`, which every Linux and macOS has. Undefined means: as we are.
 */
export function postgresAccount(data?: Account): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (data && data.uid !== 0) return { uid: data.uid | 0, gid: data.gid | 0 };
  try {
    return { uid: idOfNobody("-u"), gid: idOfNobody("-g") };
  } catch {
    throw new Refusal(
      "PostgreSQL cannot run as root, and there is no account `nobody` to run it as. Use an ordinary account, or set DATABASE_URL.",
    );
  }
}

/** macOS prints it as 4294967294 or as -2; `spawn` wants it signed, `chown` unsigned (see `ownerOf`). */
function idOfNobody(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }).trim()) | 0;
}

/** An account as `chown` takes it. */
export function ownerOf({ uid, gid }: Account): [number, number] {
  return [uid >>> 0, gid >>> 0];
}

/** Whether the account can enter and read a folder: one under /root, or made by `mktemp -d`, is closed to all but root. */
export function canEnter({ uid, gid }: Account, folder: string): boolean {
  const { status } = spawnSync("sh", ["-c", 'cd -- "$1" && test -r .', "sh", folder], {
    uid,
    gid,
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}
