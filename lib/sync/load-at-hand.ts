import path from "node:path";
import { dayInNewYork } from "#lib/series/new-york";
import type { Problem } from "#lib/series/problem";
import type { CatalogueRelease } from "#lib/sources/catalogue";
import { loadParsed } from "#lib/store/load-file";
import type { FileAtHand } from "./file-at-hand.ts";
import { snapshotFile } from "./snapshots.ts";
import type { ReleaseResult, SyncTools } from "./sync-release.ts";
import { verifyFile } from "./verify-file.ts";

/** What was decided about a file that came. */
export interface Judged
  extends
    Pick<ReleaseResult, "outcome" | "vintage">,
    Partial<Pick<ReleaseResult, "appended" | "problems">> {}

/** Checks a file that came and appends it as a vintage, strictly: nobody is looking on. In a dry run it is only checked. */
export async function loadAtHand(
  release: CatalogueRelease,
  url: URL,
  { bytes, fields, sha256 }: FileAtHand,
  { store, catalogue, calendar, folder, network, dryRun }: SyncTools,
): Promise<Judged> {
  const kept = path.relative(process.cwd(), snapshotFile(folder, sha256));
  const name = dryRun ? url.href : kept;
  // Kept bytes of which the publisher says that they are not modified are as good as fetched now.
  const fetched = network.clock.now();
  const verified = verifyFile({ release, bytes, fields, catalogue, calendar, fetched, name });
  if (!verified.ok) {
    const problems = verified.problems.map((problem) => withFix(problem, dryRun ? null : kept));
    return { outcome: "refused", vintage: null, problems };
  }
  const { released, parsed } = verified.value;
  if (dryRun) return { outcome: "would-load", vintage: released };
  const retrieved = dayInNewYork(fetched);
  const origin = { name, released, retrieved, note: null, strict: true };
  const loaded = await loadParsed(store, catalogue, [parsed], bytes, origin);
  if (!loaded.ok) return { outcome: "refused", vintage: released, problems: loaded.problems };
  const { result } = loaded;
  switch (result.outcome) {
    case "appended":
      return { outcome: "loaded", vintage: released, appended: result };
    case "unchanged":
      return { outcome: "held", vintage: released, appended: result };
    case "refused": {
      const at = { file: name, line: 1, column: 1 };
      const problem = withFix({ kind: "load-refused", message: result.reason, at }, kept);
      return { outcome: "refused", vintage: released, appended: result, problems: [problem] };
    }
  }
}

const forAPerson: ReadonlySet<string> = new Set([
  "unknown-release-day",
  "unexpected-month",
  "load-refused",
]);

/** What only a person can decide is left to one, with the command to give. */
function withFix(problem: Problem, kept: string | null): Problem {
  if (!forAPerson.has(problem.kind) || kept === null) return problem;
  const fix = `look at the file, and if it is right load it by hand: npx tickmark ingest ${kept} --released YYYY-MM-DD`;
  return { ...problem, fix };
}
