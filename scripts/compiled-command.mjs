// Plain Node: this decides whether any TypeScript has to be read.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** What the command is made of; tests are no part of it. */
const places = ["lib", "scripts", "prisma/client", "prisma/schema.prisma", "package-lock.json"];
const code = /(?<!\.test)\.m?[jt]s$|\.prisma$|\.json$/;

/** A command that was begun before the code changed may load a part of its own yet. */
const keptFor = 7 * 24 * 3_600_000;

/**
 * The file with the `tickmark` command as JavaScript in few files, in `.tickmark/command`: to find and translate each of its
 * hundreds of TypeScript files takes seconds. Made again when the code has changed. Null where nothing can be written there.
 * @param {string} root
 * @param {() => Promise<unknown>} prepare Brings up to date what is generated of the code, and is asked only when it has changed.
 * @returns {Promise<string | null>}
 */
export async function compiledCommand(root, prepare) {
  const folder = path.join(root, ".tickmark/command");
  const entryOf = () => path.join(folder, digestOf(root), "tickmark.js");
  const made = entryOf();
  if (existsSync(made)) return made;
  await prepare();
  const entry = entryOf();
  if (existsSync(entry)) return entry;
  const files = await compile(root, path.dirname(entry));
  try {
    write(files, path.dirname(entry));
    removeOld(folder);
    return entry;
  } catch (error) {
    // Read-only, or full: the command is read as it stands, as slow as that is.
    if (error instanceof Error && "syscall" in error) return null;
    throw error;
  }
}

/** @param {string} root @param {string} outdir */
async function compile(root, outdir) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    ...{ absWorkingDir: root, entryPoints: ["scripts/tickmark.ts"], outdir, write: false },
    ...{ bundle: true, splitting: true, packages: "external" },
    ...{ platform: "node", format: "esm", target: "node20", logLevel: "silent" },
    plugins: [ownAddresses],
  });
  return outputFiles;
}

/** All of it or nothing, as another command may read it at once. @param {readonly import("esbuild").OutputFile[]} files @param {string} folder */
function write(files, folder) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const beside = mkdtempSync(`${folder}.`);
  try {
    for (const file of files)
      writeFileSync(path.join(beside, path.basename(file.path)), file.contents);
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    // Another command may have made the same meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** A file of the project is told where it stands itself, and not where it was written to. @type {import("esbuild").Plugin} */
const ownAddresses = {
  name: "own-addresses",
  setup({ onLoad }) {
    onLoad({ filter: /\.m?[jt]s$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      const address = JSON.stringify(pathToFileURL(file).href);
      return {
        contents: text.replaceAll("import.meta.url", address),
        loader: file.endsWith("ts") ? "ts" : "js",
      };
    });
  },
};

/** @param {string} root */
function digestOf(root) {
  const hash = createHash("sha256").update(process.version);
  for (const file of places.flatMap((place) => filesIn(path.join(root, place))).sort()) {
    const bytes = readFileSync(file);
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex").slice(0, 32);
}

/** @param {string} place @returns {string[]} */
function filesIn(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return code.test(place) ? [place] : [];
  return readdirSync(place).flatMap((name) => filesIn(path.join(place, name)));
}

/** @param {string} folder */
function removeOld(folder) {
  for (const name of readdirSync(folder)) {
    const made = path.join(folder, name);
    const found = statSync(made, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > keptFor)
      rmSync(made, { recursive: true, force: true });
  }
}
