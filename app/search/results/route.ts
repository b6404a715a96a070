import { readSearchQuery } from "#lib/site/search-query";
import { reportOutage } from "../../_data/report-outage.ts";
import { getSearch } from "../../_data/search.ts";

/** What the search finds, for the search box that answers while a reader types. Nobody keeps it. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const { text } = readSearchQuery({ q: searchParams.get("q") ?? "" });
  const headers = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };
  try {
    const found = await getSearch(text, request.signal);
    return found === null
      ? Response.json(null, { status: 503, headers: { ...headers, "Retry-After": "2" } })
      : Response.json(found, { headers });
  } catch (error) {
    reportOutage("A search cannot be answered", error);
    return Response.json(null, { status: 503, headers: { ...headers, "Retry-After": "30" } });
  }
}
