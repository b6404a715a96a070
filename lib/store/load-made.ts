import { appendVintage } from "./append-vintage.ts";
import { madeVintage } from "./made-vintage.ts";
import { openStore } from "./store.ts";

// A program for tests, which is killed at its work: appends the later made vintage of a release.
const [databaseUrl = "", release = ""] = process.argv.slice(2);
const store = openStore(databaseUrl, 1);
await appendVintage(store, madeVintage(release, "later"));
await store.close();
