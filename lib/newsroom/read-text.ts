import { readFile } from "node:fs/promises";

/** The text of a file as its bytes have it; null when they are no UTF-8 and would not be kept. */
export async function readText(file: string): Promise<string | null> {
  const bytes = await readFile(file);
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : null;
}
