import { createServer, type IncomingMessage, type Server } from "node:http";
import path from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import { notePage } from "#lib/seen/request-scope";
import { seen } from "#lib/seen/seen";
import { openToAll } from "../app/_http/api-response.ts";
import { actionsOf, isCall, peekBody } from "./action-call.ts";
import { refusalOfCall } from "./call-allowance.ts";
import { captureConsole } from "./capture-console.ts";
import { Closing, readDrainSeconds } from "./closing.ts";
import { originalTags } from "./content-encoding.ts";
import { doorAnswer, isOfApi } from "./door-answer.ts";
import { refusalOf, type Refused } from "./door.ts";
import { EncodedBodies } from "./encoded-bodies.ts";
import { HeldResponse, type KeptPage } from "./held-response.ts";
import { warmBehindDoor } from "./inner-door.ts";
import { KeptPages, pageQuestion } from "./kept-pages.ts";
import { OwnAnswers } from "./own-answers.ts";
import { Readiness } from "./readiness.ts";
import { believe, handOn } from "./outside-headers.ts";
import { RecentPolls } from "./recent-polls.ts";
import { Refusal } from "./refusal.ts";
import { formAt, isFormBody, renewAction } from "./posted-form.ts";
import { requestTarget } from "./request-target.ts";
import { warnOfRights } from "./rights-warning.ts";
import { constantHeaders, mayBeFramed } from "./security-headers.ts";
import { readTrustedProxies } from "./trusted-proxies.ts";
import { countIn } from "./unfinished.ts";
import { warmUp } from "./warm-up.ts";
import { watchRequests } from "./watch-requests.ts";

/** What was asked for, and the page for it that is kept, where that has to be judged first. */
interface AskedPage {
  /** Undefined when the address is malformed. */
  readonly target: string | undefined;
  /** What its page may be kept under. */
  readonly question: string | undefined;
  readonly kept: Promise<KeptPage | undefined> | undefined;
}

type SiteServer = Server<typeof IncomingMessage, typeof HeldResponse>;

/**
 * Serves the production build of `root` on all addresses. Next renders; this server adds the content security policy, which
 * for a page rendered ahead must list hashes of its scripts, and so is made where the whole page is in hand. (A Next
 * `cacheHandler` could put it beside the cached page, but sees neither error pages nor what is rendered on request, and
 * depends on the inner shape of cache entries.) With the page in hand it is also compressed once and given a length.
 * Throws a `Refusal` when the port is taken.
 */
export async function serve({
  root,
  port,
}: {
  root: string;
  port: number;
}): Promise<{ close(): Promise<void> }> {
  captureConsole();
  const proxies = readTrustedProxies(process.env["TICKMARK_TRUSTED_PROXIES"]);
  const bodies = new EncodedBodies();
  const polls = new RecentPolls();
  const pages = new KeptPages(isCurrent);
  const server = createServer({ ServerResponse: HeldResponse });
  const drainSeconds = readDrainSeconds(process.env["TICKMARK_DRAIN_SECONDS"]);
  const closing = new Closing(server, drainSeconds);
  const readiness = new Readiness(() => closing.hasBegun);
  const { TICKMARK_METRICS_TOKEN: token, SITE_URL: siteUrl } = process.env;
  const own = new OwnAnswers(readiness, token, siteUrl);
  const app = next({ dev: false, dir: root, port, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const build = path.join(root, process.env["TICKMARK_BUILD_FOLDER"] || ".next");
  const actions = actionsOf(path.join(build, "server/server-reference-manifest.json"));
  const watch = watchRequests(path.join(build, "routes-manifest.json"), proxies);

  const answer = async (
    request: IncomingMessage,
    response: HeldResponse,
    { target, question, kept }: AskedPage,
  ): Promise<void> => {
    if (target === undefined) {
      refuse(request, response, { status: 400, text: "The address is malformed." });
      return;
    }
    request.url = target;
    if (await own.answer(request, response)) return;
    const { headers } = request;
    const asker = believe(request, proxies);
    const refused =
      refusalOf(request, actions) ?? (request.method === "POST" ? refusalOfCall(asker) : undefined);
    handOn(request, asker);
    if (refused) {
      refuse(request, response, refused);
      return;
    }
    if (request.method === "POST") {
      const form = formAt(target);
      const posting = { actions, isByReact: headers["next-action"] !== undefined };
      const call = await peekBody(request, (body) => {
        if (form && !posting.isByReact) renewAction(body, form, actions);
      });
      if (call === undefined) return;
      const type = headers["content-type"] ?? "";
      if (!(form ? isFormBody(call, type, form, posting) : isCall(call))) {
        refuse(request, response, { status: 400, text: "This is not what the action takes." });
        return;
      }
    }
    // As it was asked: what follows takes some of the headers away.
    const poll = { method: request.method, target, headers: { ...headers } };
    const known = polls.find(poll);
    if (known) {
      notePage("polled");
      response.writeHead(304, known);
      response.end();
      return;
    }
    const page = await kept;
    if (page) {
      response.sendKept(page, headers);
      return;
    }
    // What a reader has sent is in the answer, and is kept by nobody.
    if (isDocument(request)) {
      holdWhole(request, response, request.method === "POST" ? new EncodedBodies() : bodies);
    }
    await handle(request, response);
    if (response.statusCode === 304) polls.keep(poll, response.getHeaders());
    if (question) pages.keep(question, response);
  };
  server.on("request", (request: IncomingMessage, response: HeldResponse) => {
    if (!countIn(request.socket, response)) {
      request.socket.destroy();
      return;
    }
    closing.mark(response);
    watch(request, response, (named) => {
      const target = requestTarget(request.url);
      const { method, headers } = request;
      const question = target === undefined ? undefined : pageQuestion({ method, target, headers });
      const kept = question === undefined ? undefined : pages.find(question);
      if (kept && !(kept instanceof Promise)) {
        response.sendKept(kept, headers, named);
        return;
      }
      for (const [name, value] of [...allHeaders(target ?? request.url, siteUrl), ...named])
        response.setHeader(name, value);
      answer(request, response, { target, question, kept }).catch((error: unknown) => {
        seen().log.error({ err: error }, "A request could not be answered");
        if (response.headersSent) response.destroy();
        else refuse(request, response, { status: 500, text: "Something went wrong on our side." });
      });
    });
  });
  server.on("clientError", refuseConnection);
  // Longer than a balancer keeps a connection that nobody uses (deploy/nginx): it shall be the one to end it, between two requests.
  server.keepAliveTimeout = 15_000;
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.timeout = 120_000;
  server.maxConnections = 1000;
  const warming = new AbortController();
  const warm = (inner: number, opened: () => void) =>
    warmUp(inner, warming.signal, () => {
      readiness.open();
      opened();
    });
  // Behind a balancer, which has others to ask meanwhile.
  if (drainSeconds > 0) await warmBehindDoor(server, warm);
  await listen(server, port);
  if (drainSeconds === 0) void warm(port, () => undefined);
  void warnOfRights(process.env["DATABASE_URL"]);
  return {
    close: async () => {
      warming.abort();
      await closing.close();
      await app.close();
      await globalThis.tickmarkStopTracing?.();
    },
  };
}

/** Next's own answers of the API are open too: a browser follows a redirect of another site only when it may read it. */
function allHeaders(url: string | undefined, siteUrl: string | undefined): [string, string][] {
  const constant = constantHeaders(url, siteUrl);
  return isOfApi(url) ? [...constant, ...Object.entries(openToAll)] : constant;
}

/** As the page cache asks (cache-handler.mjs): when the store cannot be asked, the last good page stays. */
function isCurrent(made: string): boolean | Promise<boolean> {
  const told = globalThis.tickmarkIsCurrent?.(made) ?? false;
  return typeof told === "boolean" ? noted(told) : told.then(noted, staysUnasked);
}

function staysUnasked(): true {
  notePage("kept-unasked");
  return true;
}

/** Of a page that is not current nothing is known yet: Next looks into its own cache. */
function noted(isKept: boolean): boolean {
  if (isKept) notePage("kept");
  return isKept;
}

/**
 * A page, feed or table, an error too, and the scripts and styles of the build, which Next would compress anew for each reader
 * and less well; not other files of the build, nor what React's router and server actions stream to their own code.
 */
function isDocument({ url = "", headers }: IncomingMessage): boolean {
  return (
    (!url.startsWith("/_next/static/") || /\.(?:js|css)(?:\?|$)/.test(url)) &&
    headers["rsc"] === undefined &&
    headers["next-action"] === undefined
  );
}

/** Next is asked for the whole, plain body: its length, encoding and tag are settled when it is sent. */
function holdWhole(request: IncomingMessage, response: HeldResponse, bodies: EncodedBodies): void {
  const { "accept-encoding": acceptEncoding, "if-none-match": ifNoneMatch } = request.headers;
  const isFramable = mayBeFramed(request.url);
  response.sendWhole({ bodies, acceptEncoding, ifNoneMatch, isFramable });
  delete request.headers["accept-encoding"];
  if (ifNoneMatch !== undefined) request.headers["if-none-match"] = originalTags(ifNoneMatch);
  // The response knows that it has no body to send; the headers of HEAD must be those of GET (RFC 9110, section 9.3.2).
  if (request.method === "HEAD") request.method = "GET";
}

function refuse(request: IncomingMessage, response: HeldResponse, refused: Refused): void {
  const { headers, body } = doorAnswer(refused, request.url);
  response.writeHead(refused.status, { ...headers });
  response.end(`${body}\n`);
}

/** What Node could not read as HTTP, or what came too slowly. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status =
    error.code === "HPE_HEADER_OVERFLOW"
      ? "431 Request Header Fields Too Large"
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? "408 Request Timeout"
        : "400 Bad Request";
  // Ended alone, it would be held by a client that goes on sending.
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}

function listen(server: SiteServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Refusal(`Port ${port} is in use.`) : error);
    });
    server.listen(port, resolve);
  });
}
