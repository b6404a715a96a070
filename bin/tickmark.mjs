#!/usr/bin/env node
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { requireNode, root, refuse } from "../scripts/bootstrap.mjs";
import { compiledCommand } from "../scripts/compiled-command.mjs";

requireNode();
if (!existsSync(path.join(root, "node_modules/tsx"))) refuse("The packages are missing: npm ci");

async function prepare() {
  const { register } = await import("tsx/esm/api");
  register();
  const { generatePrismaClient } = await import("../scripts/prisma-client.ts");
  await generatePrismaClient(root);
}

const compiled = await compiledCommand(root, prepare);
const { runCommand } = await import(
  compiled === null ? "../scripts/tickmark.ts" : pathToFileURL(compiled).href
);
process.exit(await runCommand(root, process.argv.slice(2)));
