/**
 * Loads one seed folder into the store at DATABASE_URL and says how many observations the store has then and the most
 * memory this process ever held. A process of its own: see memory.ts.
 */
import { Client } from "pg";
import { loadSeed } from "#lib/store/load-seed";

const databaseUrl = process.env["DATABASE_URL"] ?? "";
const { loaded } = await loadSeed(databaseUrl, process.argv[2] ?? "");
const { maxRSS } = process.resourceUsage();
const client = new Client({ connectionString: databaseUrl });
await client.connect();
const { rows } = await client.query<{ count: string }>("SELECT count(*) FROM observation");
await client.end();
if (loaded.length === 0) throw new Error(`${process.argv[2]} held no vintage to load`);
console.log(`${rows[0]?.count} cells, ${maxRSS} kB`);
