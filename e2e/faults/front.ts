import { once } from "node:events";
import { createServer, request as ask, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** One address before several servers, as a balancer is: each request goes where `route` says. */
export interface Front {
  readonly url: string;
  /** The address of the server that answers a request. */
  route: (request: IncomingMessage) => string;
  close(): Promise<void>;
}

export async function startFront(route: Front["route"]): Promise<Front> {
  const server = createServer((request, response) => {
    const { method, headers } = request;
    const target = new URL(request.url ?? "/", front.route(request));
    const asked = ask(target, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asked.on("error", () => response.destroy());
    request.pipe(asked);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!isAddress(address)) throw new Error("The front has no port");
  const front: Front = {
    url: `http://127.0.0.1:${address.port}`,
    route,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return front;
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
