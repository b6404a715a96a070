import type { Answer, Exchange, Question } from "./exchange.ts";

/** The last answer, and where it came from. */
export type Followed =
  | { readonly kind: "answer"; readonly answer: Answer; readonly url: URL }
  | { readonly kind: "refused"; readonly message: string };

const mostRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a request and follows redirects that stay on the host: whoever can send us elsewhere could send us other figures.
 * From http to https of the same host is allowed, back is not.
 */
export async function follow(exchange: Exchange, question: Question): Promise<Followed> {
  let { url } = question;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const answer = await exchange({ ...question, url });
    if (answer.kind !== "answered" || !redirects.has(answer.status)) {
      return { kind: "answer", answer, url };
    }
    const location = answer.fields["location"];
    const target = URL.canParse(location ?? "", url) ? new URL(location ?? "", url) : null;
    if (location === undefined || !target) {
      const found = location === undefined ? "none" : `"${location}"`;
      const message = `Expected an address with the redirect ${answer.status}, found ${found}`;
      return { kind: "refused", message };
    }
    if (!staysOnHost(url, target)) {
      const message = `Expected an answer or a redirect within ${url.origin}, found one to ${target.origin}`;
      return { kind: "refused", message };
    }
    url = target;
  }
  const message = `Expected an answer after at most ${mostRedirects} redirects, found another to ${url.href}`;
  return { kind: "refused", message };
}

function staysOnHost(from: URL, to: URL): boolean {
  if (from.origin === to.origin) return true;
  const upgraded = from.protocol === "http:" && to.protocol === "https:";
  return upgraded && from.hostname === to.hostname && from.port === "" && to.port === "";
}
