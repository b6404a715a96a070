import http from "node:http";
import https from "node:https";
import { publicLookup } from "./public-address.ts";

/** How long each part of an exchange may take, in milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** From the connection to the end of the answer's headers. */
  readonly firstByte: number;
  /** Between two pieces of the body. */
  readonly idle: number;
}

export interface Question {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeouts: Timeouts;
  /** The body is read no further than this. */
  readonly mostBytes: number;
  readonly signal: AbortSignal;
  /** Told of every piece of a body; `soFar` joins those that have come. */
  readonly onPiece?: (length: number, soFar: () => Extract<Answer, { kind: "answered" }>) => void;
}

/** The header fields by lower-case name. */
export type Fields = Readonly<Record<string, string>>;

/** What came of one request. The body of an answer that is not 200 or 206 is not read. */
export type Answer =
  | { readonly kind: "none"; readonly reason: string; readonly code: string }
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly fields: Fields;
      readonly body: Uint8Array;
      /** null when the body is whole; else why it is not. */
      readonly cut: string | null;
    }
  | {
      readonly kind: "too-large";
      readonly status: number;
      readonly fields: Fields;
      /** As much as was read. */
      readonly body: Uint8Array;
      /** What the answer said of its length, or null. */
      readonly announced: number | null;
    };

const toPublic = publicLookup();

/** Sends one request. */
export type Exchange = (question: Question) => Promise<Answer>;

/**
 * Sends one GET over a connection of its own and reads the answer, within its timeouts and size. No redirect is followed and
 * nothing is decoded. Rejects only with the signal's reason; every failure of the network is an answer.
 */
export function exchange(question: Question): Promise<Answer> {
  const { url, headers, timeouts, signal } = question;
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? https.request : http.request;
    let timedOut: string | null = null;
    let timer: NodeJS.Timeout | undefined;
    const allow = (milliseconds: number, what: string): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timedOut = `${what} took longer than ${milliseconds} ms`;
        request.destroy();
      }, milliseconds);
    };
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      request.destroy();
      if (signal.aborted) reject(reasonOf(signal));
      else resolve(answer);
    };
    const request = send(url, { method: "GET", headers, agent: false, signal, lookup: toPublic });
    allow(timeouts.connect, "connecting");
    request.once("socket", (socket) => {
      const ready = url.protocol === "https:" ? "secureConnect" : "connect";
      socket.once(ready, () => allow(timeouts.firstByte, "the answer"));
    });
    request.on("error", (error: NodeJS.ErrnoException) =>
      finish({ kind: "none", reason: timedOut ?? error.message, code: error.code ?? "" }),
    );
    request.once("response", (response) => {
      const status = response.statusCode ?? 0;
      const fields = fieldsOf(response);
      const stillIdle = (): void => allow(timeouts.idle, "the next piece of the body");
      const chunks: Buffer[] = [];
      let length = 0;
      const announced = lengthOf(fields);
      const body = (): Buffer => Buffer.concat(chunks);
      if (status !== 200 && status !== 206) {
        finish({ kind: "answered", status, fields, body: body(), cut: null });
        return;
      }
      stillIdle();
      if (announced !== null && announced > question.mostBytes) {
        finish({ kind: "too-large", status, fields, body: body(), announced });
        return;
      }
      response.on("data", (chunk: Buffer) => {
        stillIdle();
        length += chunk.length;
        chunks.push(chunk);
        if (length <= question.mostBytes) {
          const soFar = { kind: "answered", status, fields, cut: "still coming" } as const;
          question.onPiece?.(length, () => ({ ...soFar, body: body() }));
          return;
        }
        finish({ kind: "too-large", status, fields, body: body(), announced });
      });
      response.once("end", () => {
        const cut = response.complete ? null : "the connection ended";
        finish({ kind: "answered", status, fields, body: body(), cut });
      });
      response.on("error", (error) =>
        finish({ kind: "answered", status, fields, body: body(), cut: timedOut ?? error.message }),
      );
    });
    request.end();
  });
}

/** The reason is ours and an Error; a promise is only rejected with one. */
function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error("Stopped", { cause: reason });
}

function fieldsOf({ headers }: http.IncomingMessage): Fields {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}

function lengthOf(fields: Fields): number | null {
  const text = fields["content-length"];
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
