import { chartFile } from "#lib/site/chart-file";
import { reader } from "../../_data/store.ts";
import { answerBytes } from "../../_http/answer-bytes.ts";

/** `/charts/<id>.csv` and `/charts/<id>.png`, with the parameters of a chart's query. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const answer = await chartFile(file, new URL(request.url).searchParams, reader());
  if (!answer.ok) {
    const headers = { "content-type": "text/plain; charset=utf-8" };
    return new Response(`${answer.message}\n`, { status: answer.status, headers });
  }
  return answerBytes(request, {
    body: answer.body,
    headers: {
      "content-type": answer.mediaType,
      "content-disposition": `inline; filename="${answer.fileName}"`,
      "cache-control": "public, max-age=3600",
    },
  });
}
