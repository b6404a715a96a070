import { readFile } from "node:fs/promises";
import path from "node:path";
import { answerBytes } from "../../_http/answer-bytes.ts";

/** Type, tokens, marks and charts as on our own pages, then what a frame has of its own. */
const sheets = [
  "app/_type/core.css",
  "app/_type/unpack.css",
  "app/tokens.css",
  "app/_components/chart/chart-marks.css",
  "app/_components/chart/chart.css",
  "app/embed/embed.css",
];

let joined: Promise<string> | undefined;

/** The one style sheet of embedded charts: Next bundles those of pages, and a frame is none. */
export async function GET(request: Request) {
  joined ??= join().catch((error: unknown) => {
    joined = undefined;
    throw error;
  });
  return answerBytes(request, {
    body: await joined,
    headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}

async function join(): Promise<string> {
  const texts = await Promise.all(
    sheets.map((sheet) =>
      readFile(path.join(/* turbopackIgnore: true */ process.cwd(), sheet), "utf8"),
    ),
  );
  return texts.join("\n");
}
