import { Command, CommanderError } from "commander";
import { Unwritable } from "#lib/articles/write-whole";
import type { Context } from "./context.ts";

type MakeCommand = (context: Context, finish: (code: number) => void) => Command;

/** Each with its own modules: to load those of all takes seconds. */
const commands = new Map<string, () => Promise<MakeCommand>>([
  ["ingest", async () => (await import("./ingest-command.ts")).ingestCommand],
  ["eval", async () => (await import("./eval-command.ts")).evalCommand],
  ["check", async () => (await import("./check-command.ts")).checkCommand],
  ["new", async () => (await import("./new-command.ts")).newCommand],
  ["publish", async () => (await import("./publish-command.ts")).publishCommand],
  ["correct", async () => (await import("./correct-command.ts")).correctCommand],
  ["desk", async () => (await import("./desk-command.ts")).deskCommand],
  ["lock", async () => (await import("./lock-command.ts")).lockCommand],
  ["sync", async () => (await import("./sync-command.ts")).syncCommand],
  ["revisions", async () => (await import("./revisions-command.ts")).revisionsCommand],
  ["web-role", async () => (await import("./web-role-command.ts")).webRoleCommand],
  ["backup", async () => (await import("./backup-command.ts")).backupCommand],
  ["restore", async () => (await import("./restore-command.ts")).restoreCommand],
  ["verify", async () => (await import("./verify-command.ts")).verifyCommand],
  ["suggest", async () => (await import("./suggest-command.ts")).suggestCommand],
]);

/**
 * The `tickmark` command. Gives the exit status: 0 well, 1 problems found (or a refused file), 2 a wrong call. Output
 * goes through the context, so that tests read it.
 */
export async function runTickmark(args: readonly string[], context: Context): Promise<number> {
  let status = 0;
  const program = new Command("tickmark")
    .description("Load vintages, evaluate expressions, check articles against the data")
    // Commands within commands have options of the same names.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: context.print, writeErr: context.printError });
  const finish = (code: number): void => {
    status = code;
  };
  const asked = commands.get(args[0] ?? "");
  // Whoever asks for none, or for one that is not there, is told of all.
  for (const load of asked ? [asked] : commands.values())
    program.addCommand((await load())(context, finish));
  for (const command of program.commands) {
    command.copyInheritedSettings(program);
    for (const within of command.commands) within.copyInheritedSettings(command);
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Unwritable) {
      context.printError(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}
