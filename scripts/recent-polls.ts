import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";

/** So long an answer is given again, in milliseconds: the store and the content are not asked more often either. */
const freshFor = 1_000;
/** So many are kept, and none for a question of more characters: who asks for what nobody else does gets nothing from it. */
const [mostKept, longest] = [500, 500];

/** What names one request, and no other. */
const ofOneAnswer = ["x-request-id", "server-timing"];

/** What a poll of a feed asks. */
export interface Poll {
  readonly method?: string | undefined;
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

interface Kept {
  readonly headers: OutgoingHttpHeaders;
  readonly until: number;
}

/**
 * The answers of the last second that said nothing is new (304), by what was asked. Readers of a feed hold the same tag and ask on
 * the hour, all at once; that none of them has missed anything need not be found out for each.
 */
export class RecentPolls {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The headers of the answer 304, when the same was just asked and nothing was new. */
  find(poll: Poll): OutgoingHttpHeaders | undefined {
    const kept = this.#kept.get(questionOf(poll) ?? "");
    return kept !== undefined && this.#now() < kept.until ? kept.headers : undefined;
  }

  /** Keeps what was answered with 304. */
  keep(poll: Poll, headers: OutgoingHttpHeaders): void {
    const question = questionOf(poll);
    if (question === undefined) return;
    // A Map keeps the order of entry: the oldest stays first.
    this.#kept.delete(question);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= mostKept && oldest !== undefined) this.#kept.delete(oldest);
    const lasting = Object.entries(headers).filter(([name]) => !ofOneAnswer.includes(name));
    const until = this.#now() + freshFor;
    this.#kept.set(question, { headers: Object.fromEntries(lasting), until });
  }
}

/** All of a poll that its answer depends on; undefined for what is no poll of a feed. */
function questionOf({ method, target, headers }: Poll): string | undefined {
  const { "if-none-match": tags, "if-modified-since": since } = headers;
  const isPoll = (method === "GET" || method === "HEAD") && /^\/feed(?:s\/|\.xml)/.test(target);
  if (!isPoll || (tags ?? since) === undefined) return undefined;
  const question = JSON.stringify([target, tags, since]);
  return question.length > longest ? undefined : question;
}
