import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { makeWebRole, renewWebRole, webRoleName } from "#lib/store/web-role";
import { WebRoleRefused, WebRoleUnusable } from "#lib/store/web-role-refused";
import type { Context } from "./context.ts";

interface WebRoleOptions {
  readonly name: string;
  readonly passwordFile?: string;
  readonly newPassword?: boolean;
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
      "its password, of 12 characters or more; else that of TICKMARK_WEB_PASSWORD; else a role that is there keeps its own, and a new one is given one made now",
    )
    .option("--new-password", "make a new password, though the role is there")
    .action(async ({ name, passwordFile, newPassword = false }: WebRoleOptions) => {
      const { databaseUrl } = context;
      try {
        const given = await givenPassword(passwordFile);
        const role = { name, password: given ?? madePassword() };
        const address = await (given !== undefined || newPassword
          ? makeWebRole(databaseUrl, role)
          : renewWebRole(databaseUrl, role));
        context.print(
          `${address ?? `The role ${name} has its rights, and the password that it had: the address of web processes stays. --new-password makes another.`}\n`,
        );
      } catch (error) {
        context.printError(`${reasonOf(error)}\n`);
        finish(1);
      }
    });
}

/** What the one who runs this says. */
async function givenPassword(file: string | undefined): Promise<string | undefined> {
  if (file !== undefined) return (await readFile(file, "utf8")).trim();
  return process.env["TICKMARK_WEB_PASSWORD"] || undefined;
}

/** It is printed with the address and kept nowhere. */
function madePassword(): string {
  return randomBytes(24).toString("base64url");
}

/** A role that is refused and a file that cannot be read are the caller's to mend; anything else is thrown. */
function reasonOf(error: unknown): string {
  if (error instanceof WebRoleUnusable) return error.message;
  if (error instanceof WebRoleRefused) return `${error.message} Nothing was changed.`;
  if (error instanceof Error && "code" in error && "path" in error)
    return `${error.message}. Nothing was changed.`;
  throw error;
}
