import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How long others wait at most for a site that does not open: what is kept of it is served all the same (milliseconds). */
const patience = 45_000;

/**
 * Warms a server up before it listens to others. nginx asks no process whether it is ready: one that listens is sent readers, who
 * would wait until its site is open. `warm` is given a port of the loopback that leads to this server, and says when it is open.
 * Resolves then, or when it takes too long; the port closes when `warm` is done.
 */
export async function warmBehindDoor(
  server: Server,
  warm: (port: number, opened: () => void) => Promise<void>,
  longest = patience,
): Promise<void> {
  const door = createServer((socket) => server.emit("connection", socket));
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  const address = door.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const isOpen = new Promise<void>((resolve) => {
    void warm(port, resolve).finally(() => door.close());
  });
  await Promise.race([isOpen, sleep(longest, undefined, { ref: false })]);
}
