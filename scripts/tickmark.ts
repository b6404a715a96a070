import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { text as readText } from "node:stream/consumers";
import { runProgram } from "./child.ts";
import { generatePrismaClient } from "./prisma-client.ts";
import { explain } from "./refusal.ts";

/**
 * The `tickmark` command with a store at hand: the one of DATABASE_URL, our own that runs already, or our own started for
 * the length of the command. Gives the exit status: as of the command, 1 when the store cannot be used.
 */
export async function runCommand(root: string, args: readonly string[]): Promise<number> {
  const given = process.env["DATABASE_URL"];
  if (needsStore(args) && !existsSync("content/catalogue")) {
    console.error(`There is no Tickmark project in ${process.cwd()}. Run it in ${root}.`);
    return 2;
  }
  try {
    await generatePrismaClient(root);
    const { runTickmark } = await import("#lib/cli/tickmark");
    const output = {
      print: (text: string) => void process.stdout.write(text),
      printError: (text: string) => void process.stderr.write(text),
      readInput: () => readText(process.stdin),
      ...(process.stdin.isTTY && process.stdout.isTTY && { ask }),
    };
    if (!needsStore(args)) return await runTickmark(args, { ...output, databaseUrl: "" });
    // Not before it is wanted: help, and a correction, need no store.
    const { openCluster } = await import("./store-at-hand.ts");
    const cluster = await openCluster(root, given, { own: false });
    try {
      if (!takesStoreAsItIs(args)) await bringUpToDate(root, cluster.url);
      return await runTickmark(args, { ...output, databaseUrl: cluster.url });
    } finally {
      await cluster.stop();
    }
  } catch (error) {
    const { isConnectionLost, redact } = await import("./database.ts");
    console.error(isConnectionLost(error) ? lost : redact(explain(error), given ?? ""));
    return 1;
  }
}

const lost =
  "✗ The connection to the database was lost. Nothing half-done is kept. Run it again: a load that went through is found as already held.";

async function bringUpToDate(root: string, databaseUrl: string): Promise<void> {
  const { migrate } = await import("#lib/store/migrate");
  const { lacksSeed, loadSeed } = await import("#lib/store/load-seed");
  const seed = path.join(root, "prisma/seed");
  await migrate(databaseUrl, path.join(root, "prisma/migrations"));
  if (await lacksSeed(databaseUrl, seed)) await loadApart(root, databaseUrl, seed);
  // Read and written anew for each command, the catalogue would take a second.
  const catalogue = path.resolve("content/catalogue");
  await loadSeed(databaseUrl, seed, { folder: path.join(root, ".tickmark/catalogue"), catalogue });
}

/** In a process of its own: the waste of hundreds of thousands of observations is given back before the command begins. */
async function loadApart(root: string, databaseUrl: string, seed: string): Promise<void> {
  const script = path.join(root, "scripts/load-seed.ts");
  const flags = ["--expose-gc", "--import", import.meta.resolve("tsx"), script, seed];
  const env = { DATABASE_URL: databaseUrl };
  const { code, output } = await runProgram(process.execPath, flags, { env });
  if (code !== 0)
    throw new Error(`The figures that the project carries were not loaded:\n${output}`);
}

/** Asks a question at the terminal. */
async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

/** What a backup or a verification is of is the store that was found, and a restore wants an empty one. */
function takesStoreAsItIs([command = ""]: readonly string[]): boolean {
  return ["backup", "restore", "verify"].includes(command);
}

/** Help is read before anything is set up, and a correction is words. */
function needsStore(args: readonly string[]): boolean {
  const [command] = args;
  if (command === undefined || command === "help" || command === "correct") return false;
  return !args.some((argument) => argument === "--help" || argument === "-h");
}
