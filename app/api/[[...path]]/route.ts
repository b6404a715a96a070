import type { ApiAnswer } from "#lib/api/api-answer";
import { answerApi } from "../../_data/api.ts";
import { findKept } from "../../_data/find-kept.ts";
import { readAgain } from "../../_data/read-again.ts";
import { reportOutage } from "../../_data/report-outage.ts";
import { siteUrl } from "../../_data/site-url.ts";
import { answerBytes } from "../../_http/answer-bytes.ts";
import { apiFile, problemResponse, type ApiFile } from "../../_http/api-response.ts";
import { KeptFiles } from "../../_http/kept-files.ts";
import { Line, type NotDone } from "../../_http/line.ts";
import { SharedWork } from "../../_http/shared-work.ts";

export { preflightResponse as OPTIONS } from "../../_http/api-response.ts";

const kept = new KeptFiles<ApiFile>();
/** One question at a time has one connection of the store's few: programs never keep readers waiting. */
const line = new Line(50);
const shared = new SharedWork<ApiAnswer | NotDone>();

/** Everything under `/api`; what there is stands in `lib/api/endpoints.ts`. */
export async function GET(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const { origin } = siteUrl();
  try {
    const name = `${pathname}?${searchParams.toString()}`;
    const { key: address, value: known } = await findKept(name, kept);
    if (known) return answerBytes(request, known);
    const answer = await shared.once(address, () =>
      line.join(() => readAgain(() => answerApi(pathname, searchParams)), request.signal),
    );
    if (answer === "busy" || answer === "gone") {
      return problemResponse({ kind: "unavailable", detail: "Too many ask at once." }, origin, 5);
    }
    if (!answer.ok) return problemResponse(answer.problem, origin);
    const file = apiFile(answer);
    kept.set(address, file);
    return answerBytes(request, file);
  } catch (error) {
    reportOutage("The API cannot answer", error);
    const detail = "The store does not answer. Please try again.";
    return problemResponse({ kind: "unavailable", detail }, origin, 10);
  }
}
