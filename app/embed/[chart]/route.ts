import { embeddedChart, type Embedded } from "#lib/site/chart-embed";
import { chartsPlace, checkedVintage, isShownChart, noSuchChart } from "../../_data/chart.ts";
import { findKept } from "../../_data/find-kept.ts";
import { readAgain } from "../../_data/read-again.ts";
import { reportOutage } from "../../_data/report-outage.ts";
import { absoluteUrl } from "../../_data/site-url.ts";
import { reader } from "../../_data/store.ts";
import { answerBytes } from "../../_http/answer-bytes.ts";
import { Kept } from "../../_http/kept.ts";
import { Line, type NotDone } from "../../_http/line.ts";
import { SharedWork } from "../../_http/shared-work.ts";
import { embedDocument, embedRefusal } from "./embed-document.ts";

const kept = new Kept<string>(100);
const line = new Line();
const shared = new SharedWork<Embedded | NotDone>();

/**
 * `/embed/<chart>`, with the parameters of a chart's query: pinned to a vintage by `asOf`, else with the newest figures.
 * The one place that other sites may show in a frame (scripts/security-headers.ts).
 */
export async function GET(request: Request, { params }: { params: Promise<{ chart: string }> }) {
  const { chart } = await params;
  const { searchParams } = new URL(request.url);
  try {
    const name = `${chart}?${searchParams.toString()}`;
    const { key, value: known } = await findKept(name, kept);
    if (known !== undefined) return send(request, known);
    if (!(await isShownChart(chart))) return html(embedRefusal(noSuchChart, absoluteUrl), 404);
    const place = await chartsPlace(chart);
    const make = () => embeddedChart(chart, searchParams, reader(), checkedVintage, place);
    const made = await shared.once(key, () => line.join(() => readAgain(make), request.signal));
    if (made === "busy" || made === "gone") return later("Too many charts are being drawn.");
    if (!made.ok) return html(embedRefusal(made.message, absoluteUrl), made.status);
    const text = embedDocument(made.chart, absoluteUrl);
    kept.set(key, text);
    return send(request, text);
  } catch (error) {
    reportOutage("A chart cannot be embedded", error);
    return later("The figures cannot be read at the moment.");
  }
}

function send(request: Request, text: string): Response {
  return answerBytes(request, {
    body: text,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "public, max-age=300" },
  });
}

function later(message: string): Response {
  const text = embedRefusal(`${message} Please try again in a minute.`, absoluteUrl);
  return html(text, 503, { "retry-after": "10", "cache-control": "no-store" });
}

function html(text: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8" },
  });
}
