import { prepareModules, requireNode } from "../scripts/bootstrap.mjs";

requireNode();
await prepareModules();
const { bench } = await import("./bench.ts");
process.exitCode = await bench(process.argv.slice(2));
