import path from "node:path";
import { prepareModules, refuse, requireNode, root } from "./bootstrap.mjs";
import { takeLock } from "./lock.mjs";

requireNode();
const lock = await takeLock(path.join(root, ".tickmark/test.lock"), "npm test");
if (lock.heldBy) refuse(`This clone is in use by ${lock.heldBy}. Stop it or wait for it.`);
await prepareModules();
const { runSteps } = await import("./test.ts");
process.exitCode = await runSteps({ root, args: process.argv.slice(2) });
lock.release();
