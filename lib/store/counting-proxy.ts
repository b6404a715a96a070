import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A database address that passes everything on and knows how far a load has come. For tests only. */
export interface CountingProxy {
  readonly databaseUrl: string;
  /** How many pieces have gone to the server. */
  readonly pieces: () => number;
  /** Ends every connection on both sides, as a dead process or a dead server does. */
  readonly cut: () => void;
  close(): Promise<void>;
}

/** Passes on what a client sends, piece by piece; `before` and `after` are awaited round each, counted from 1. */
export async function startCountingProxy(
  target: string,
  {
    before,
    after,
  }: {
    readonly before?: (piece: number, proxy: CountingProxy) => Promise<void> | void;
    readonly after?: (piece: number, proxy: CountingProxy) => Promise<void> | void;
  },
): Promise<CountingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    upstream.on("data", (data) => client.write(data));
    upstream.on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
    let turn = Promise.resolve();
    client.on("data", (data) => {
      turn = turn.then(async () => {
        count += 1;
        const piece = count;
        await before?.(piece, proxy);
        if (!upstream.destroyed) upstream.write(data);
        await after?.(piece, proxy);
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!isAddress(address)) throw new Error("The proxy has no port");
  const proxy: CountingProxy = {
    databaseUrl: Object.assign(new URL(target), { host: `127.0.0.1:${address.port}` }).href,
    pieces: () => count,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      proxy.cut();
      server.close();
      await once(server, "close");
    },
  };
  return proxy;
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
