import { answerOembed } from "#lib/site/oembed";
import { getChart } from "../_data/chart.ts";
import { reportOutage } from "../_data/report-outage.ts";
import { siteUrl } from "../_data/site-url.ts";
import { answerBytes } from "../_http/answer-bytes.ts";
import { openToAll } from "../_http/api-response.ts";
import { plainAnswer } from "../_http/plain-answer.ts";

/** `/oembed?url=…&maxwidth=…&maxheight=…`: how another site shows a chart, in JSON. */
export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  try {
    const answer = await answerOembed(searchParams, siteUrl().origin, getChart);
    if (!answer.ok) return plainAnswer(answer.message, answer.status, openToAll);
    return answerBytes(request, {
      body: `${JSON.stringify(answer.body)}\n`,
      headers: {
        ...openToAll,
        "content-type": "application/json",
        "cache-control": "public, max-age=3600",
      },
    });
  } catch (error) {
    reportOutage("oEmbed cannot be answered", error);
    return plainAnswer(
      "The charts cannot be read at the moment. Please try again.",
      503,
      openToAll,
    );
  }
}
