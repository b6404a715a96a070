import { createServer } from "node:net";
import { expect, test } from "vitest";
import {
  isConnectionLost,
  reasonOf,
  redact,
  requireDatabase,
  withoutPassword,
} from "./database.ts";
import { freePort } from "./free-port.ts";

test("an address is shown without its password and query", () => {
  const shown = withoutPassword(
    "postgresql://ana:s%40cret@db.example:5433/tick?password=s%40cret&sslmode=require",
  );
  expect(shown).toBe("postgresql://ana:***@db.example:5433/tick");
});

test.each(["", "localhost", "mysql://a:b@c/d", "postgresql//a:s3cret@b/c"])(
  "%o is no address",
  async (text) => {
    expect(withoutPassword(text)).toBeUndefined();
    await expect(requireDatabase(text)).rejects.toThrow(/DATABASE_URL must look like/);
  },
);

test("a password is taken out of a message as written and decoded", () => {
  const url = "postgresql://ana:s%40cret@db/tick";
  expect(redact(`bad ${url}: s%40cret is s@cret`, url)).toBe("bad ***: *** is ***");
});

test.each([
  [
    Object.assign(new Error('password authentication failed for user "ana"'), { code: "28P01" }),
    /password is wrong/,
  ],
  [
    Object.assign(new Error('database "tick" does not exist'), { code: "3D000" }),
    /no such database/,
  ],
  [new Error("timeout expired"), /does not answer/],
  [new Error("odd s3cret thing"), /odd \*\*\* thing/],
])("%s is put in words", (error, words) => {
  expect(reasonOf(error, "postgresql://ana:s3cret@db/tick")).toMatch(words);
});

test.each([
  [new Error("Connection terminated unexpectedly"), true],
  [Object.assign(new Error("read"), { code: "ECONNRESET" }), true],
  [Object.assign(new Error("terminating connection"), { code: "57P01" }), true],
  [new Error("A load failed", { cause: new Error("Connection terminated") }), true],
  [Object.assign(new Error("syntax error"), { code: "42601" }), false],
  [new TypeError("Connection is not a function"), false],
  ["Connection terminated", false],
])("whether %s says that the connection was lost: %s", (error, isLost) => {
  expect(isConnectionLost(error)).toBe(isLost);
});

test("a port where nobody listens is a refusal without the password", async () => {
  const url = `postgresql://ana:s3cret@127.0.0.1:${await freePort()}/tick`;
  const refusal = await requireDatabase(url).catch((error: unknown) => String(error));
  expect(refusal).toMatch(/ana:\*\*\*@127\.0\.0\.1:\d+\/tick: nothing listens there/);
  expect(refusal).not.toContain("s3cret");
});

test("a server that is no PostgreSQL is a refusal", async () => {
  const server = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await expect(requireDatabase(`postgresql://ana:s3cret@127.0.0.1:${port}/tick`)).rejects.toThrow(
    /DATABASE_URL/,
  );
  server.close();
});

test("a certificate that cannot be read is a refusal that names it", async () => {
  const url =
    "postgresql://ana:s3cret@127.0.0.1:1/tick?sslmode=verify-full&sslrootcert=/nowhere.pem";
  await expect(requireDatabase(url)).rejects.toThrow(/ana:\*\*\*@127.*: .*\/nowhere\.pem/);
});
