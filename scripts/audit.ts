import { runProgram } from "./child.ts";

/** What came of asking the registry for known weaknesses in what the site runs on. */
export interface Audit {
  readonly outcome: "clean" | "found" | "unreachable";
  readonly output: string;
}

/** Where there is no network, npm would go on asking for minutes. */
const hasty = ["--fetch-retries=1", "--fetch-timeout=20000"];

/**
 * `npm audit` of the packages that are installed to run. A registry that cannot be reached, or knows no audits, is no finding: the
 * output says that nothing was looked at.
 */
export async function audit(root: string): Promise<Audit> {
  const { output } = await runProgram("npm", [
    "--prefix",
    root,
    "audit",
    "--omit=dev",
    "--json",
    ...hasty,
  ]);
  return readAudit(output);
}

/** What `npm audit --json` printed, among whatever else npm has to say. */
export function readAudit(printed: string): Audit {
  const total = /"metadata":\s*\{\s*"vulnerabilities":\s*\{[^}]*"total":\s*(\d+)/.exec(
    printed,
  )?.[1];
  if (total === undefined) {
    const output = `Skipped: known weaknesses of packages were not looked up, the registry gave no answer\n${printed}`;
    return { outcome: "unreachable", output };
  }
  return { outcome: total === "0" ? "clean" : "found", output: printed };
}
