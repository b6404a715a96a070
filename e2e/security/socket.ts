import { connect } from "node:net";
import { baseUrl } from "./base-url.ts";

/** Sends bytes as they are, which no client would, and gives all that comes back until the server closes or a time is over. */
export function sendBytes(bytes: string | Buffer, patience = 5_000): Promise<string> {
  const { hostname, port } = new URL(baseUrl());
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.setTimeout(patience, () => socket.destroy());
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.on("error", () => undefined);
  socket.write(bytes);
  return new Promise((resolve) =>
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("utf8"))),
  );
}

/** A GET of a target as it is written, however wrong. */
export function getRaw(target: string, more: readonly string[] = []): Promise<string> {
  const lines = [`GET ${target} HTTP/1.1`, "Host: tickmark.example", ...more, "Connection: close"];
  return sendBytes(Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"));
}

/** The status of each answer in what came back. */
export function statusesIn(answer: string): number[] {
  return [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
