// Starts the thread that checks texts. TypeScript is not loaded by the arguments of a thread, as it is by those of a process.
import { register } from "tsx/esm/api";

register();
await import("./check-worker.ts");
