import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { makeWebRole, webRoleName, WebRoleRefused } from "#lib/store/web-role";
import type { Context } from "./context.ts";

interface WebRoleOptions {
  readonly name: string;
  readonly passwordFile?: string;
}

/** `tickmark web-role`: makes the role that web processes use, and prints the address for their DATABASE_URL. */
export function webRoleCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("web-role")
    .description(
      "make the database role of web processes, which may only read, or bring it up to date; prints its DATABASE_URL",
    )
    .option("--name <role>", "the role", webRoleName)
    .option(
      "--password-file <file>",
      "its password, of 12 characters or more; else that of TICKMARK_WEB_PASSWORD, or one made now",
    )
    .action(async ({ name, passwordFile }: WebRoleOptions) => {
      try {
        const password = await choosePassword(passwordFile);
        context.print(`${await makeWebRole(context.databaseUrl, { name, password })}\n`);
      } catch (error) {
        const reason = error instanceof WebRoleRefused ? error.message : readReason(error);
        context.printError(`${reason} Nothing was changed.\n`);
        finish(1);
      }
    });
}

/** A made one is printed with the address and kept nowhere. It needs no escapes (base64url). */
async function choosePassword(file: string | undefined): Promise<string> {
  if (file !== undefined) return (await readFile(file, "utf8")).trim();
  return process.env["TICKMARK_WEB_PASSWORD"] || randomBytes(24).toString("base64url");
}

/** A file that cannot be read is the caller's to mend; anything else is thrown. */
function readReason(error: unknown): string {
  if (error instanceof Error && "code" in error && "path" in error) return `${error.message}.`;
  throw error;
}
