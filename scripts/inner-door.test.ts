import { createServer } from "node:http";
import { expect, test } from "vitest";
import { warmBehindDoor } from "./inner-door.ts";

test("a server is asked by itself before it listens to anybody", async () => {
  const server = createServer((_, response) => void response.end("warm"));
  const said: string[] = [];
  await warmBehindDoor(server, async (port, opened) => {
    said.push(await (await fetch(`http://127.0.0.1:${port}/`)).text());
    expect(server.listening).toBe(false);
    opened();
  });
  expect(said).toEqual(["warm"]);
});

test("one that does not open is not waited for without end, and the door is open as long as it is tried", async () => {
  const server = createServer((_, response) => void response.end("late"));
  let finish: (port: number) => void = () => undefined;
  const tried = new Promise<number>((resolve) => (finish = resolve));
  await warmBehindDoor(
    server,
    async (port) => {
      finish(port);
      await new Promise(() => undefined);
    },
    50,
  );
  expect(await (await fetch(`http://127.0.0.1:${await tried}/`)).text()).toBe("late");
});
