import path from "node:path";
import { Command } from "commander";
import { BackupRefused } from "#lib/keep/backup-refused";
import { writeBackup, type BackupTaken } from "#lib/keep/write-backup";
import type { Context } from "./context.ts";
import { machineClock } from "./sync-clock.ts";

interface Options {
  readonly verify: boolean;
  readonly json?: true;
}

/** `tickmark backup [FILE]`: the whole store in one file, tried out before it has its name. */
export function backupCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("backup")
    .description("write the whole store to a file, in pg_dump's plain format, and try it out")
    .argument(
      "[file]",
      "where to; packed, unless its name ends with .sql; a new file of .tickmark/backups when not given",
    )
    .option("--no-verify", "do not restore it beside the store and compare the two")
    .option("--json", "tell what was written as JSON")
    .action(async (file: string | undefined, { verify, json }: Options) => {
      const taken = (context.now ?? (() => machineClock.now()))();
      const target = file ?? path.join(".tickmark/backups", nameOf(taken));
      const migrations = path.resolve("prisma/migrations");
      try {
        const backup = await writeBackup(context.databaseUrl, target, {
          ...{ migrations, taken, verify },
        });
        context.print(json ? jsonOf(target, backup, verify) : describe(target, backup, verify));
        for (const name of backup.strangers) {
          context.printError(`The table ${name} is not Tickmark’s and is not in the backup.\n`);
        }
        finish(0);
      } catch (error) {
        if (!(error instanceof BackupRefused)) throw error;
        context.printError(`${error.message}\n`);
        finish(1);
      }
    });
}

/** Names sort as the times do, and have no sign that a file system refuses. */
function nameOf(taken: Date): string {
  return `tickmark-${taken.toISOString().slice(0, 19).replaceAll(":", "")}Z.sql.gz`;
}

function describe(file: string, { bytes, end }: BackupTaken, verify: boolean): string {
  const rowsOf = (table: string) => end.tables.find(({ name }) => name === table)?.rows ?? 0;
  const counted = `${count(rowsOf("vintage"))} vintages, ${count(rowsOf("observation"))} observations, ${count(bytes)} bytes`;
  const tried = verify
    ? "Restored beside the store and compared: every table came back row by row."
    : "Not tried out.";
  return `${file}: ${counted}\n${tried} Keep a copy on another machine.\n`;
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function jsonOf(file: string, { bytes, head, end, strangers }: BackupTaken, verified: boolean) {
  const told = { file, bytes, verified, ...head, tables: end.tables, strangers };
  return `${JSON.stringify(told, null, 2)}\n`;
}
