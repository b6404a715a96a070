import { chartFile, type ChartFile } from "#lib/site/chart-file";
import { bytesParameter, nameOfBytes } from "#lib/site/feed-picture";
import { chartsPlace, isShownChart, noSuchChart } from "../../_data/chart.ts";
import { findKept } from "../../_data/find-kept.ts";
import { readAgain } from "../../_data/read-again.ts";
import { reportOutage } from "../../_data/report-outage.ts";
import { reader } from "../../_data/store.ts";
import { answerBytes } from "../../_http/answer-bytes.ts";
import { KeptFiles, type KeptFile } from "../../_http/kept-files.ts";
import { Line, type NotDone } from "../../_http/line.ts";
import { laterAnswer, plainAnswer } from "../../_http/plain-answer.ts";
import { SharedWork } from "../../_http/shared-work.ts";

const files = new KeptFiles();
const line = new Line();
const shared = new SharedWork<MadeFile | NotDone>();

type MadeFile = KeptFile | Extract<ChartFile, { ok: false }>;

/** `/charts/<id>.csv`, `.png` and `.svg`, with the parameters of a chart's query: next.config.mjs leads those addresses here. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const { searchParams } = new URL(request.url);
  const bytes = searchParams.get(bytesParameter);
  searchParams.delete(bytesParameter);
  try {
    const name = `${file}?${searchParams.toString()}`;
    const { key: address, value: kept } = await findKept(name, files);
    if (kept) return send(request, kept, bytes);
    const made = await shared.once(address, () =>
      line.join(() => readAgain(() => make(file, searchParams, address)), request.signal),
    );
    if (made === "busy" || made === "gone") {
      return laterAnswer("Too many charts are being drawn.", 5);
    }
    return "body" in made ? send(request, made, bytes) : plainAnswer(made.message, made.status);
  } catch (error) {
    reportOutage("A chart's file cannot be made", error);
    return laterAnswer("The figures cannot be read at the moment.", 10);
  }
}

/** Kept under its address, and under its contents for other addresses that mean the same. */
async function make(file: string, parameters: URLSearchParams, address: string): Promise<MadeFile> {
  const [id = file] = file.split(/\.(?:csv|png|svg|areas\.json)$/);
  if (!(await isShownChart(id))) return { ok: false, status: 404, message: noSuchChart };
  const asked = await chartFile(file, parameters, reader(), await chartsPlace(id));
  if (!asked.ok) return asked;
  const { mediaType, fileName, key } = asked;
  const body = files.get(key)?.body ?? (await asked.make());
  const made = { body, mediaType, fileName };
  files.set(key, made);
  files.set(address, made);
  return made;
}

/** `bytes` is what the address calls the file's bytes: while that is their name, they may be kept for good. */
function send(
  request: Request,
  { body, mediaType, fileName }: KeptFile,
  bytes: string | null,
): Response {
  const isNamed = bytes !== null && bytes === nameOfBytes(body);
  return answerBytes(request, {
    body,
    headers: {
      "content-type": mediaType,
      "content-disposition": `inline; filename="${fileName}"`,
      "cache-control": isNamed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    },
  });
}
