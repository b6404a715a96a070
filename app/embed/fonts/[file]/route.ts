import { readFile } from "node:fs/promises";
import path from "node:path";
import { answerBytes } from "../../../_http/answer-bytes.ts";

/**
 * The faces of an embedded chart, from the packages that our own pages have theirs from. The serif is the one without the
 * optical axis: a frame sets one headline in it, which is not worth twice the bytes.
 */
const files: ReadonlyMap<string, string> = new Map([
  ["sans.woff2", "libre-franklin/files/libre-franklin-latin-wght-normal.woff2"],
  ["serif.woff2", "source-serif-4/files/source-serif-4-latin-wght-normal.woff2"],
]);

/** `/embed/fonts/sans.woff2` and `serif.woff2`; Next names the fonts of pages anew with each build, and a frame is none. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  const file = files.get((await params).file);
  if (file === undefined) return new Response("There is no such font.\n", { status: 404 });
  const folder = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    "node_modules/@fontsource-variable",
  );
  return answerBytes(request, {
    body: await readFile(path.join(folder, file)),
    headers: { "content-type": "font/woff2", "cache-control": "public, max-age=604800" },
  });
}
