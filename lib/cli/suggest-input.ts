import { readFile, stat } from "node:fs/promises";
import type { Context } from "./context.ts";

/** A long article has a twentieth of it. */
export const mostBytes = 1_000_000;

/** A text to read, as it came. */
export interface GivenText {
  /** As in places: the path as given, or `<stdin>`. */
  readonly file: string;
  readonly text: string;
}

/** The text of a file, or of standard input for `-`; or a sentence that says why there is none and what to do. */
export async function readGivenText(
  file: string,
  { readInput }: Pick<Context, "readInput">,
): Promise<GivenText | string> {
  if (file === "-") {
    const text = (await readInput?.()) ?? "";
    const size = Buffer.byteLength(text);
    return size > mostBytes ? tooLarge("standard input", size) : refuseBinary("<stdin>", text);
  }
  const bytes = await readBytes(file);
  if (typeof bytes === "string") return bytes;
  // Most files that are no text hold one; UTF-16 holds many.
  if (bytes.includes(0)) return notText(file, "it holds a NUL byte");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { file, text };
  } catch {
    return notText(file, "it is not UTF-8");
  }
}

async function readBytes(file: string): Promise<Uint8Array | string> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) return `${file} is a folder: give a file in it`;
    if (!found.isFile()) return `${file} is no file: give one, or - for standard input`;
    return found.size > mostBytes ? tooLarge(file, found.size) : await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    const what = code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})`;
    return `${file}: ${what}; give the path of a draft, or - for standard input`;
  }
}

function tooLarge(what: string, size: number): string {
  return `${what}: ${size} bytes; at most ${mostBytes} are read. Give a part of the text`;
}

function refuseBinary(file: string, text: string): GivenText | string {
  return text.includes("\0") ? notText(file, "it holds a NUL byte") : { file, text };
}

function notText(file: string, why: string): string {
  return `${file}: expected text in UTF-8, and ${why}; save it as plain text, Markdown or HTML`;
}
