import { expect, test } from "vitest";
import { Refusal } from "./refusal.ts";
import { readTrustedProxies } from "./trusted-proxies.ts";

test.each([undefined, "", " "])("unless told, one machine nearby is believed: %j", (list) => {
  const proxies = readTrustedProxies(list);
  expect(proxies.isChain).toBe(false);
  expect(proxies.includes("10.1.2.3")).toBe(true);
  expect(proxies.includes("203.0.113.7")).toBe(false);
});

test("a list takes the place of all others", () => {
  const proxies = readTrustedProxies("203.0.113.0/24, 192.0.2.9 ,2001:db8:1::/48");
  expect(proxies.isChain).toBe(true);
  for (const known of ["203.0.113.7", "192.0.2.9", "2001:db8:1::5"])
    expect(proxies.includes(known), known).toBe(true);
  for (const other of ["10.0.0.1", "127.0.0.1", "192.0.2.8", "2001:db8:2::5", "", "rubbish"])
    expect(proxies.includes(other), other).toBe(false);
});

test.each([
  "10.0.0.0/33",
  "10.0.0",
  "localhost",
  "10.0.0.0/8/8",
  "10.0.0.1,,10.0.0.2",
  "::1/129",
  "10.0.0.0/",
])("what is no network is refused when the server starts: %s", (list) =>
  expect(() => readTrustedProxies(list)).toThrow(Refusal),
);
