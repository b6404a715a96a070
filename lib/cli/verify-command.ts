import path from "node:path";
import { Command } from "commander";
import { checkSeries } from "#lib/keep/check-series";
import type { CheckResult } from "#lib/keep/finding";
import { checkRebuild } from "#lib/keep/rebuild-store";
import { checkSchema, checkSnapshots, checkVintages } from "#lib/keep/verify-store";
import { formatProblem, type Problem } from "#lib/series/problem";
import { contentFolder } from "#lib/site/content";
import { loadCatalogue } from "#lib/sources/catalogue";
import type { Store } from "#lib/store/store";
import { openSession } from "./check-session.ts";
import { withStore, type Context } from "./context.ts";
import { snapshotsFolder } from "./snapshots-folder.ts";
import { machineClock } from "./sync-clock.ts";
import { findingLines, verifyTable } from "./verify-text.ts";

interface Options {
  readonly json?: true;
  readonly rebuild?: true;
  readonly seed: string;
  readonly keep: string;
  readonly content: string;
}

/** A check that was made, and how long it took. */
export interface CheckMade extends CheckResult {
  readonly milliseconds: number;
}

/** `tickmark verify`: whether all that is kept is as it was written, and true of each other. */
export function verifyCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("verify")
    .description("hold the store against its files, and the articles against the store")
    .option("--rebuild", "also make the store anew from its files, beside it, and compare")
    .option("--json", "tell what was found as JSON")
    .option("--seed <folder>", "where the figures are that the project carries", "prisma/seed")
    .option("--keep <folder>", "where the bytes are kept that sync fetched", snapshotsFolder())
    .option("--content <folder>", "where the articles and charts are", contentFolder)
    .action(async (options: Options) => {
      finish(await withStore(context, (store) => verify(options, store, context)));
    });
}

async function verify(options: Options, store: Store, context: Context): Promise<number> {
  const made: CheckMade[] = [];
  for (const [name, check] of checksOf(options, store, context)) {
    const began = performance.now();
    const result = await check().catch((error: unknown) => broken(name, error));
    made.push({ ...result, milliseconds: Math.round(performance.now() - began) });
    if (!options.json) context.printError(findingLines(result));
  }
  const found = made.reduce((sum, { findings }) => sum + findings.length, 0);
  const report = { version: 1, ok: found === 0, checks: made };
  context.print(options.json ? `${JSON.stringify(report, null, 2)}\n` : verifyTable(made));
  return found === 0 ? 0 : 1;
}

type NamedCheck = readonly [name: string, check: () => Promise<CheckResult>];

/** In their order. Those that need the catalogue are one that fails where it cannot be read. */
function checksOf(options: Options, store: Store, context: Context): readonly NamedCheck[] {
  const migrations = path.resolve("prisma/migrations");
  const catalogue = loadCatalogue();
  const alone: readonly NamedCheck[] = [
    ["schema", () => checkSchema(store, migrations)],
    ["kept snapshots", () => checkSnapshots(options.keep)],
  ];
  if (!catalogue.ok) {
    return [...alone, ["catalogue", () => Promise.resolve(unreadCatalogue(catalogue.problems))]];
  }
  const files = { seed: options.seed, snapshots: options.keep, catalogue: catalogue.value };
  const rebuild: NamedCheck = [
    "rebuilt from files",
    () => checkRebuild(context.databaseUrl, store, files, migrations),
  ];
  return [
    ...alone,
    ["series", () => checkSeries(store, files.catalogue)],
    ["vintages", () => checkVintages(store, files, teller(context))],
    ["articles", () => checkArticles(store, options.content, context)],
    ...(options.rebuild ? [rebuild] : []),
  ];
}

/** A check that could not end: the others are made all the same, and there is a report. */
function broken(check: string, error: unknown): CheckResult {
  const found = error instanceof Error ? error.message : String(error);
  const fix = "mend what it says, and verify again: nothing is known of what this looks at";
  const finding = { where: "the check itself", expected: "one that ends", found, fix };
  return { check, looked: "not to its end", findings: [finding], notices: [] };
}

function unreadCatalogue(problems: readonly Problem[]): CheckResult {
  const fix = "npx tickmark check, or the catalogue from version control";
  const findings = problems.map((problem) => ({
    where: "catalogue",
    expected: "one that can be read",
    found: formatProblem(problem),
    fix,
  }));
  return { check: "catalogue", looked: "all of it", findings, notices: [] };
}

/** Says what is looked at, now and then: hundreds of vintages of one release pass in seconds. */
function teller({ printError, now = () => machineClock.now() }: Context) {
  let last = 0;
  return (vintage: string): void => {
    const time = now().getTime();
    if (time - last < 2000) return;
    last = time;
    printError(`  … ${vintage}\n`);
  };
}

/** The gate, with nothing remembered: marks, lock files, every claim, every draft. Problems of drafts are told and stop nothing. */
async function checkArticles(
  store: Store,
  folder: string,
  { now = () => machineClock.now() }: Context,
): Promise<CheckResult> {
  const { reports, problems, blocking } = await openSession(store, folder, false, now).check();
  const claims = reports.reduce((sum, { counts }) => sum + (counts?.claims ?? 0), 0);
  const stops = new Set(blocking);
  return {
    check: "articles",
    looked: `${reports.length} articles, ${claims} claims`,
    findings: blocking.map(({ kind, message, at, fix }) => ({
      where: `${at.file}:${at.line}:${at.column}`,
      expected: "an article that the data bear out",
      found: `${kind}: ${message}`,
      fix: fix ?? "npx tickmark check",
    })),
    notices: problems
      .filter((problem) => !stops.has(problem))
      .map((problem) => `draft: ${formatProblem(problem)}`),
  };
}
