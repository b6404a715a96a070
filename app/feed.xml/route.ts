import { answerFeed } from "../_http/feed-response.ts";

export { preflightResponse as OPTIONS } from "../_http/api-response.ts";

// A reader that asks again sends what it knows of the last answer, so the answer is made for the request.
export const dynamic = "force-dynamic";

/** Articles and corrections as RSS, where the first subscribers have them. */
export function GET(request: Request): Promise<Response> {
  return answerFeed(request, {
    path: "/feeds/articles",
    format: "rss",
    archive: null,
    isFirst: true,
  });
}
