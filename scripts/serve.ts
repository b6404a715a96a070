// Serves the production build with the store of DATABASE_URL: the last step of `npm start`, for where the others are done
// already (a container, the end-to-end tests).
import { seen } from "#lib/seen/seen";
import { readPort } from "./port.mjs";
import { explain } from "./refusal.ts";

const wanted = readPort(process.env["PORT"]);
if ("problem" in wanted) {
  console.error(`✗ ${wanted.problem}`);
  process.exit(1);
}
// React and Next choose their production code by it, when they are loaded.
Object.assign(process.env, { NODE_ENV: "production" });
try {
  const { serve } = await import("./server.ts");
  const site = await serve({ root: process.cwd(), port: wanted.port });
  seen().log.info(`The site is at http://localhost:${wanted.port}`);
  const stop = () => void site.close().finally(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
