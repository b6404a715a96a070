import { Command, CommanderError } from "commander";
import { Unwritable } from "#lib/articles/write-whole";
import { checkCommand } from "./check-command.ts";
import type { Context } from "./context.ts";
import { correctCommand } from "./correct-command.ts";
import { deskCommand } from "./desk-command.ts";
import { evalCommand } from "./eval-command.ts";
import { ingestCommand } from "./ingest-command.ts";
import { lockCommand } from "./lock-command.ts";
import { newCommand } from "./new-command.ts";
import { publishCommand } from "./publish-command.ts";
import { revisionsCommand } from "./revisions-command.ts";
import { suggestCommand } from "./suggest-command.ts";
import { syncCommand } from "./sync-command.ts";

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
  program.addCommand(ingestCommand(context, finish));
  program.addCommand(evalCommand(context, finish));
  program.addCommand(checkCommand(context, finish));
  program.addCommand(newCommand(context, finish));
  program.addCommand(publishCommand(context, finish));
  program.addCommand(correctCommand(context, finish));
  program.addCommand(deskCommand(context, finish));
  program.addCommand(lockCommand(context, finish));
  program.addCommand(syncCommand(context, finish));
  program.addCommand(revisionsCommand(context, finish));
  program.addCommand(suggestCommand(context, finish));
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
