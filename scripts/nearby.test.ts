import { expect, test } from "vitest";
import { isNearby } from "./nearby.ts";

test.each([
  ...["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255"],
  ...["192.168.1.1", "169.254.1.1", "fd00::1", "fe80::1%eth0"],
])("%s is nearby", (address) => {
  expect(isNearby(address)).toBe(true);
});

test.each([
  ...["203.0.113.7", "172.32.0.1", "11.0.0.1", "2001:db8::1", "::ffff:203.0.113.7"],
  ...["", undefined, "127.0.0.1.example", "10."],
])("%s is not", (address) => {
  expect(isNearby(address)).toBe(false);
});
