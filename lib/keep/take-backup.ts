import path from "node:path";
import { writeBackup } from "./write-backup.ts";

// A program for tests, which is killed at its work or finds no room for it.
const [databaseUrl = "", file = ""] = process.argv.slice(2);
const migrations = path.resolve("prisma/migrations");
await writeBackup(databaseUrl, file, { migrations, taken: new Date(), verify: false });
