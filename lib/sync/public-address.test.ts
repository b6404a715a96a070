import dns, { type LookupAddress } from "node:dns";
import { expect, test, vi } from "vitest";
import { exchange } from "./exchange.ts";
import { isPublicAddress, publicLookup } from "./public-address.ts";

const familyOf = (address: string) => (address.includes(":") ? 6 : 4);

test.each([
  ...[
    "127.0.0.1",
    "127.9.9.9",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "0.0.0.0",
  ],
  ...["169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fd00::1"],
  ...["fe80::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1"],
])("%s is of no stranger's machine", (address) => {
  expect(isPublicAddress({ address, family: familyOf(address) })).toBe(false);
});

test.each(["166.123.218.1", "8.8.8.8", "172.32.0.1", "::ffff:8.8.8.8", "2606:4700::1111"])(
  "%s is of the internet",
  (address) => expect(isPublicAddress({ address, family: familyOf(address) })).toBe(true),
);

/** What a lookup gives a connection, when a name server answers with these. */
function looked(host: string, answers: readonly string[], all = false) {
  const found: LookupAddress[] = answers.map((address) => ({ address, family: familyOf(address) }));
  return new Promise((resolve) => {
    publicLookup((_host, _options, give) => give(null, found))(host, { all }, (error, address) =>
      resolve(error ? error.message : address),
    );
  });
}

test("a name that leads inside is not followed, though it leads outside as well", async () => {
  for (const answers of [["127.0.0.1"], ["8.8.8.8", "169.254.169.254"], ["::1"]])
    expect(await looked("ticdata.example", answers)).toMatch(
      /^Expected an address of the internet/,
    );
});

test("a name that leads outside is, and so is the operator's own machine", async () => {
  expect(await looked("ticdata.example", ["8.8.8.8"])).toBe("8.8.8.8");
  expect(await looked("ticdata.example", ["8.8.8.8"], true)).toEqual([
    { address: "8.8.8.8", family: 4 },
  ]);
  expect(await looked("localhost", ["127.0.0.1"])).toBe("127.0.0.1");
});

test("a name server that fails is an answer", async () => {
  const failing = publicLookup((_host, _options, give) => give(new Error("no such host"), []));
  const message = await new Promise((resolve) =>
    failing("a.example", {}, (error) => resolve(error?.message)),
  );
  expect(message).toBe("no such host");
});

test("every exchange asks in this way, over http and https", async () => {
  const asked = vi.spyOn(dns, "lookup").mockImplementation(inside);
  for (const protocol of ["http", "https"]) {
    const answer = await exchange({
      ...{ url: new URL(`${protocol}://ticdata.example/x`), headers: {}, mostBytes: 1 },
      ...{
        timeouts: { connect: 5000, firstByte: 1, idle: 1 },
        signal: new AbortController().signal,
      },
    });
    expect(answer).toMatchObject({ kind: "none", code: "ENOTPUBLIC" });
  }
  asked.mockRestore();
});

/** A name server that leads everybody to the machine that asks. */
function inside(...args: readonly unknown[]): void {
  const found = args.at(-1);
  if (typeof found === "function")
    Reflect.apply(found, undefined, [null, [{ address: "127.0.0.1", family: 4 }]]);
}
