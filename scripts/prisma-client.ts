import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { runNode } from "./child.ts";
import { Refusal } from "./refusal.ts";
import { stampOf, unlessStamped } from "./stamp.ts";

const inputs = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];

/** Generates the Prisma client into prisma/client when the schema or Prisma has changed. Returns whether it did. */
export async function generatePrismaClient(root: string): Promise<boolean> {
  const isThere = existsSync(path.join(root, "prisma/client/client.ts"));
  // What is put into service has no packages that only builds need (deploy/Dockerfile), and its client is of its own schema.
  if (isThere && !existsSync(path.join(root, "node_modules/prisma"))) return false;
  const stampFile = path.join(root, ".tickmark/prisma-client");
  if (!isThere) rmSync(stampFile, { force: true });
  return unlessStamped(stampFile, stampOf(root, inputs), async () => {
    const { code, output } = await runNode(
      path.join(root, "node_modules/prisma/build/index.js"),
      ["generate"],
      {
        // Prisma would fetch an engine that npm does not carry. Generating does not use it, so any program will do.
        env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
      },
    );
    if (code !== 0) throw new Refusal(`prisma generate failed:\n${output}`);
  });
}
