import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "./free-port.ts";
import { portProblem, readPort } from "./port.mjs";

test.each([undefined, ""])("PORT %o means 3000", (text) => {
  expect(readPort(text)).toEqual({ port: 3000 });
});

test.each(["0", "65536", "-1", "3000x", "3e3", " 80", "1.5", "999999"])(
  "PORT %o is refused by name",
  (text) => {
    const read = readPort(text);
    expect("problem" in read && read.problem).toContain(JSON.stringify(text));
  },
);

test("a free port is no problem", async () => {
  expect(await portProblem(await freePort())).toBeUndefined();
});

test.each(["127.0.0.1", undefined])(
  "a port in use on %s is named with the next free one",
  async (host) => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen({ port, host }, resolve));
    const problem = (await portProblem(port)) ?? "";
    server.close();
    const free = Number(/PORT=(\d+) npm start/.exec(problem)?.[1]);
    expect(problem).toContain(`Port ${port} is in use.`);
    expect(free).toBeGreaterThan(port);
    expect(await portProblem(free)).toBeUndefined();
  },
);
