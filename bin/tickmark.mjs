#!/usr/bin/env node
import { existsSync } from "node:fs";
import path from "node:path";
import { requireNode, root, refuse } from "../scripts/bootstrap.mjs";

requireNode();
if (!existsSync(path.join(root, "node_modules/tsx"))) refuse("The packages are missing: npm ci");
const { register } = await import("tsx/esm/api");
register();
const { runCommand } = await import("../scripts/tickmark.ts");
process.exit(await runCommand(root, process.argv.slice(2)));
