import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Browsers ask for one thing at a time on a connection; some programs line up a few. */
const most = 8;

const unfinished = new WeakMap<Socket, number>();

/**
 * Counts a response in until it is sent. False when its connection has too many that wait to be read: a reader who asks and
 * does not read would have us keep them all, so the connection is to be ended.
 */
export function countIn(socket: Socket, response: ServerResponse): boolean {
  const count = (unfinished.get(socket) ?? 0) + 1;
  unfinished.set(socket, count);
  response.once("close", () => unfinished.set(socket, (unfinished.get(socket) ?? 1) - 1));
  return count <= most;
}
