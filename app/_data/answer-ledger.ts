import "server-only";
import type { LedgerFileName } from "#lib/site/ledger-path";
import { answerBytes } from "../_http/answer-bytes.ts";
import { apiFile, openToAll, problemResponse } from "../_http/api-response.ts";
import { listArticles } from "./article.ts";
import { getLedgerFiles } from "./ledger.ts";
import { movedAddress } from "./moved.ts";
import { reportOutage } from "./report-outage.ts";
import { siteUrl } from "./site-url.ts";

interface ArticleParams {
  readonly params: Promise<{ slug: string }>;
}

/** The route of a file of an article's claims: open to programs, as the API is, and answered as it answers. */
export function ledgerRoute(name: LedgerFileName) {
  return async (request: Request, { params }: ArticleParams): Promise<Response> => {
    const { slug } = await params;
    const { origin } = siteUrl();
    try {
      const files = await getLedgerFiles(slug);
      if (files === null) {
        const moved = await movedAddress(slug, `/${name}`);
        if (moved !== null) {
          const headers = { ...openToAll, location: moved };
          return new Response(null, { status: 308, headers });
        }
        const known = (await listArticles()).map((article) => article.slug);
        const detail = `There is no article "${slug}".`;
        return problemResponse({ kind: "no-such-address", detail, known }, origin);
      }
      return answerBytes(request, apiFile({ ...files[name], links: [] }));
    } catch (error) {
      reportOutage("The claims of an article cannot be told", error);
      const detail = "The store does not answer. Please try again.";
      return problemResponse({ kind: "unavailable", detail }, origin, 10);
    }
  };
}
