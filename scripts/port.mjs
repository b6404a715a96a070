import { createServer } from "node:net";

/**
 * The port to serve on, from the text of PORT: a whole number from 1 to 65535, 3000 when it is not set.
 * @param {string | undefined} text
 * @returns {{ port: number } | { problem: string }}
 */
export function readPort(text) {
  if (text === undefined || text === "") return { port: 3000 };
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return { port };
  return { problem: `PORT must be a whole number from 1 to 65535, found ${JSON.stringify(text)}.` };
}

/**
 * Why we cannot listen on a port, in one sentence that names the next free one; undefined when we can.
 * @param {number} port
 */
export async function portProblem(port) {
  const code = await tryPort(port);
  if (code === undefined) return undefined;
  const free = await nextFreePort(Math.max(port + 1, 1024));
  const why =
    code === "EADDRINUSE"
      ? `Port ${port} is in use.`
      : code === "EACCES"
        ? `Port ${port} needs more rights than this account has.`
        : `Port ${port} cannot be used (${code}).`;
  return free === undefined ? why : `${why} The next free one is ${free}: PORT=${free} npm start`;
}

/** @param {number} from */
async function nextFreePort(from) {
  for (let port = from; port <= Math.min(from + 1000, 65535); port++) {
    if ((await tryPort(port)) === undefined) return port;
  }
  return undefined;
}

/**
 * Both the address we listen on (all) and the loopback: macOS lets a second program listen on all addresses beside one
 * that listens on the loopback only, and the reader would then see the other one.
 * @param {number} port
 */
async function tryPort(port) {
  return (await listenOnce(port, undefined)) ?? (await listenOnce(port, "127.0.0.1"));
}

/** @param {number} port @param {string | undefined} host @returns {Promise<string | undefined>} */
function listenOnce(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve("code" in error ? String(error.code) : error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
