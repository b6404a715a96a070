import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/** Findings by a name that says all they depend on. */
export interface CheckCache {
  /** Null when there is none of this name that is whole and of this shape. */
  read<T>(name: string, shape: z.ZodType<T>): Promise<T | null>;
  /** What is too long to be read again is not written. */
  write(name: string, finding: object): Promise<void>;
  /** Takes away what is not `inUse`, oldest first, where there is more than anybody uses. */
  prune(inUse: ReadonlySet<string>): Promise<void>;
}

/** Enough for some versions of each article of a large site. */
const mostKept = 4000;

/**
 * Keeps findings as files of a folder, which may be deleted at any time. Each is written whole or not at all and says its own
 * hash: what is damaged is no finding, nor is what is no file. Two processes may write the same. A folder that cannot be written keeps nothing.
 */
export function createCheckCache(folder: string, most = mostKept): CheckCache {
  return {
    async read(name, shape) {
      const text = await readWhole(path.join(folder, name)).catch(ifRefused(null));
      return text === null ? null : findingIn(name, text, shape);
    },
    async write(name, finding) {
      const json = JSON.stringify(finding);
      const text = `${hashOf(name, json)}\n${json}`;
      if (Buffer.byteLength(text) > longest) return;
      const temporary = path.join(folder, `${name}.${randomBytes(6).toString("hex")}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, text);
        await rename(temporary, path.join(folder, name));
      } catch (error) {
        ifRefused(null)(error);
        await remove(temporary);
      }
    },
    async prune(inUse) {
      const names = await readdir(folder).catch(ifRefused([]));
      const unused = names.filter((name) => !inUse.has(name));
      const tooMany = Math.min(unused.length, names.length - most);
      if (tooMany <= 0) return;
      const aged = await Promise.all(
        unused.map(async (name) => {
          const file = path.join(folder, name);
          return { file, age: await stat(file).then((found) => found.mtimeMs, ifRefused(0)) };
        }),
      );
      aged.sort((left, right) => left.age - right.age);
      for (const { file } of aged.slice(0, tooMany)) await remove(file);
    },
  };
}

/** Deletes a file. A folder of that name is not ours, and stays. */
async function remove(file: string): Promise<void> {
  await rm(file, { force: true }).catch(ifRefused(undefined));
}

/** In bytes: many times what five hundred problems take, or the outline of an article with thousands of claims. */
const longest = 64_000_000;

/** The text of a file; null for what is no file of ours, such as a folder, or a pipe that nobody would ever end. */
async function readWhole(file: string): Promise<string | null> {
  const found = await stat(file);
  return found.isFile() && found.size <= longest ? readFile(file, "utf8") : null;
}

/** Not having the cache costs time and nothing else. Other errors are bugs. */
function ifRefused<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && "code" in error) return instead;
    throw error;
  };
}

function findingIn<T>(name: string, text: string, shape: z.ZodType<T>): T | null {
  const end = text.indexOf("\n");
  const json = text.slice(end + 1);
  if (hashOf(name, json) !== text.slice(0, end)) return null;
  const parsed = textOf(shape).safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** A shape as text: what is no JSON is no finding. */
function textOf<T>(shape: z.ZodType<T>) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "expected JSON" });
        return z.NEVER;
      }
    })
    .pipe(shape);
}

/** Of a finding and its name: one that was put in another's place is none. */
function hashOf(name: string, json: string): string {
  return sha256(`${name}\n${json}`);
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
