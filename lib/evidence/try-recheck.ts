import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What `recheck.mjs` says of the files of a bundle, run as a stranger would: nothing of ours, not even the environment. */
export function tryRecheck(
  files: Readonly<Record<string, string>>,
  sources?: Readonly<Record<string, string>>,
): { readonly status: number | null; readonly lines: readonly string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), "evidence-"));
  try {
    mkdirSync(path.join(folder, "recheck"));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const given = sources === undefined ? [] : [mkdtempSync(path.join(folder, "sources-"))];
    for (const [name, text] of Object.entries(sources ?? {}))
      writeFileSync(path.join(given[0] ?? "", name), text);
    const bare = ["-i", process.execPath, "recheck.mjs", ...given];
    const { status, stdout, stderr } = spawnSync("env", bare, { cwd: folder, encoding: "utf8" });
    return { status, lines: `${stdout}${stderr}`.trimEnd().split("\n") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
