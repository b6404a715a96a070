import path from "node:path";
import { redact } from "./database.ts";
import { generatePrismaClient } from "./prisma-client.ts";
import { explain } from "./refusal.ts";
import { openCluster } from "./store-at-hand.ts";

/**
 * The `tickmark` command with a store at hand: the one of DATABASE_URL, our own that runs already, or our own started for
 * the length of the command. Gives the exit status: as of the command, 1 when the store cannot be used.
 */
export async function runCommand(root: string, args: readonly string[]): Promise<number> {
  const given = process.env["DATABASE_URL"];
  try {
    await generatePrismaClient(root);
    const { runTickmark } = await import("#lib/cli/tickmark");
    const output = {
      print: (text: string) => void process.stdout.write(text),
      printError: (text: string) => void process.stderr.write(text),
    };
    if (!needsStore(args)) return await runTickmark(args, { ...output, databaseUrl: "" });
    const cluster = await openCluster(root, given, { own: false });
    try {
      const { migrate } = await import("#lib/store/migrate");
      const { loadSeed } = await import("#lib/store/load-seed");
      await migrate(cluster.url, path.join(root, "prisma/migrations"));
      await loadSeed(cluster.url, path.join(root, "prisma/seed"));
      return await runTickmark(args, { ...output, databaseUrl: cluster.url });
    } finally {
      await cluster.stop();
    }
  } catch (error) {
    console.error(redact(explain(error), given ?? ""));
    return 1;
  }
}

/** Help is read before anything is set up. */
function needsStore(args: readonly string[]): boolean {
  const [command] = args;
  if (command === undefined || command === "help") return false;
  return !args.some((argument) => argument === "--help" || argument === "-h");
}
