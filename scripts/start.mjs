import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { prepareModules, refuse, requireNode, root } from "./bootstrap.mjs";
import { takeLock } from "./lock.mjs";
import { portProblem, readPort } from "./port.mjs";

requireNode();
// DATABASE_URL, PORT and SITE_URL may stand in a file; what the shell sets counts more.
if (existsSync(path.join(root, ".env"))) process.loadEnvFile(path.join(root, ".env"));
const dev = process.argv.includes("--dev");
const buildOnly = process.argv.includes("--build");
const { port, problem } = readPort(process.env.PORT);
if (problem) refuse(problem);

const lock = await takeLock(
  path.join(root, ".tickmark/start.lock"),
  `npm start on port ${port}`,
).catch((error) => refuse(`The clone must be writable: ${error.message}`));
if (lock.heldBy) refuse(`This clone is in use by ${lock.heldBy}. Stop it first.`);

// A server that was just stopped may need a moment to let go of its port.
let busy = buildOnly ? undefined : await portProblem(port);
if (busy) {
  await sleep(500);
  busy = await portProblem(port);
}
if (busy) {
  lock.release();
  refuse(busy);
}

if (!dev) process.env.NODE_ENV = "production";
await prepareModules();
const { start } = await import("./start.ts");
await start({ root, port, dev, buildOnly, release: lock.release });
