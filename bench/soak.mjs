import { prepareModules, requireNode } from "../scripts/bootstrap.mjs";

requireNode();
await prepareModules();
const { soak } = await import("./soak.ts");
process.exitCode = await soak(process.argv.slice(2));
