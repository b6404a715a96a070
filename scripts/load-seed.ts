/** Loads the seed folder that is named into the store at DATABASE_URL: see tickmark.ts. */
import { loadSeed } from "#lib/store/load-seed";

await loadSeed(process.env["DATABASE_URL"] ?? "", process.argv[2]);
