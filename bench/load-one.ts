/**
 * Loads one thing into the store at DATABASE_URL and says how many observations the store has then and the most memory this
 * process ever held. A process of its own: see memory.ts. Arguments: a seed folder; a source file and its day of release, or
 * - for one that says its days itself; or such a file and day and `sync`.
 */
import { statSync, readFileSync } from "node:fs";
import { Client } from "pg";
import { loadCatalogue } from "#lib/sources/catalogue";
import { isVintageDate } from "#lib/series/observation";
import { loadFile } from "#lib/store/load-file";
import { loadSeed } from "#lib/store/load-seed";
import { openStore } from "#lib/store/store";
import { givenDatabase } from "../scripts/given-database.ts";
import { syncOne } from "./sync-one.ts";

const databaseUrl = givenDatabase(process.env);
const [what = "", day = "", way] = process.argv.slice(2);
const done = statSync(what).isDirectory()
  ? (await loadSeed(databaseUrl, what)).loaded.length > 0
  : await loadSource();
if (!done) throw new Error(`${what} held no vintage to load`);
const { maxRSS } = process.resourceUsage();
const client = new Client({ connectionString: databaseUrl });
await client.connect();
const { rows } = await client.query<{ count: string }>("SELECT count(*) FROM observation");
await client.end();
console.log(`${rows[0]?.count} cells, ${maxRSS} kB`);

async function loadSource(): Promise<boolean> {
  const catalogue = loadCatalogue();
  if (!catalogue.ok) throw new Error("The catalogue cannot be read");
  const released = isVintageDate(day) ? day : null;
  const store = openStore(databaseUrl, 1);
  try {
    if (way === "sync" && released) return await syncOne(store, catalogue.value, what, released);
    const origin = { name: what, released, retrieved: null, note: null };
    const loaded = await loadFile(store, catalogue.value, readFileSync(what), origin);
    if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
    return loaded.result.outcome === "appended";
  } finally {
    await store.close();
  }
}
