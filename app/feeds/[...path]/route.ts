import { answerFeedPath } from "../../_http/feed-response.ts";

export { preflightResponse as OPTIONS } from "../../_http/api-response.ts";

// A reader that asks again sends what it knows of the last answer, so the answer is made for the request.
export const dynamic = "force-dynamic";

/** The documents of all feeds, and the lists of feeds. */
export function GET(request: Request): Promise<Response> | Response {
  return answerFeedPath(request);
}
