/** Loads the seed folder that is named into the store at DATABASE_URL: see tickmark.ts. */
import { loadSeed } from "#lib/store/load-seed";
import { givenDatabase } from "./given-database.ts";

await loadSeed(givenDatabase(process.env), process.argv[2]);
