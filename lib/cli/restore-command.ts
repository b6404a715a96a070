import path from "node:path";
import { Command } from "commander";
import { BackupRefused } from "#lib/keep/backup-refused";
import { restoreBackup } from "#lib/keep/restore-backup";
import type { Context } from "./context.ts";

/** `tickmark restore FILE`: the store of a backup, whole and compared, or nothing. */
export function restoreCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("restore")
    .description("bring back the store of a backup, all of it or nothing")
    .argument("<file>", "a file that tickmark backup wrote")
    .option("--replace", "throw away what the database holds now")
    .action(async (file: string, { replace = false }: { readonly replace?: boolean }) => {
      const migrations = path.resolve("prisma/migrations");
      try {
        const { head, end, migrated } = await restoreBackup(context.databaseUrl, file, {
          ...{ migrations, replace },
        });
        const rows = end.tables.reduce((sum, table) => sum + table.rows, 0);
        context.print(
          `The store as of ${head.taken} is back: ${rows.toLocaleString("en-US")} rows of ${end.tables.length} tables, each table compared with the backup.\n`,
        );
        if (migrated.length > 0)
          context.print(`Brought up to this Tickmark: ${migrated.join(", ")}\n`);
        if (replace)
          context.print(
            "Where web processes have a role of their own, npx tickmark web-role gives it its rights again, and leaves its password. Then start them anew.\n",
          );
        finish(0);
      } catch (error) {
        if (!(error instanceof BackupRefused)) throw error;
        context.printError(`${error.message}\n`);
        finish(1);
      }
    });
}
