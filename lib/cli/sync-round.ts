import { formatProblem, type Problem } from "#lib/series/problem";
import { loadCalendar } from "#lib/sources/calendar";
import type { Catalogue, CatalogueRelease } from "#lib/sources/catalogue";
import { usualTimes } from "#lib/sync/fetch-file";
import { usualPolicy } from "#lib/sync/retry";
import { withSyncLock } from "#lib/sync/sync-lock";
import { syncReleases, type SyncReport } from "#lib/sync/sync-releases";
import { withStore, type Context } from "./context.ts";
import { describeSync } from "./describe-sync.ts";
import type { SyncOutside } from "./sync-outside.ts";

/** What the command line says of every round. */
export interface RoundOptions {
  readonly catalogue: Catalogue;
  readonly baseUrl: URL | null;
  readonly dryRun: boolean;
  readonly keep: string;
  /** How a report is printed. */
  readonly form: "text" | "json" | "json-line";
}

/** Fetches and loads some releases once, and prints what came of it; null when it could not begin, which it says. */
export async function syncRound(
  releases: readonly CatalogueRelease[],
  { catalogue, baseUrl, dryRun, keep, form }: RoundOptions,
  context: Context,
  { signal, clock, exchange, random }: SyncOutside,
): Promise<SyncReport | null> {
  const calendar = loadCalendar();
  if (!calendar.ok) {
    printProblems(calendar.problems, context);
    return null;
  }
  const network = { clock, exchange, random, signal, ...usualTimes, retry: usualPolicy };
  const tools = { catalogue, calendar: calendar.value, folder: keep, network, dryRun };
  const report = await withSyncLock(context.databaseUrl, () =>
    withStore(context, (store) => syncReleases(releases, baseUrl, { ...tools, store })),
  );
  if (!report) {
    context.printError("Another tickmark sync is at work with this store; nothing was fetched.\n");
    return null;
  }
  context.print(form === "text" ? describeSync(report) : toJson(report, form));
  return report;
}

/** Each problem with its place and fix. */
export function printProblems(problems: readonly Problem[], context: Context): void {
  for (const problem of problems) context.printError(`${formatProblem(problem)}\n`);
}

function toJson(report: SyncReport, form: "json" | "json-line"): string {
  return `${JSON.stringify(report, null, form === "json" ? 2 : undefined)}\n`;
}
