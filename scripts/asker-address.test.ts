import { expect, test } from "vitest";
import { askerAddress } from "./asker-address.ts";

test.each([
  ["a stranger is known by the connection", "203.0.113.7", undefined, "203.0.113.7"],
  ["a stranger cannot say to be another", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["a proxy on this machine is believed", "127.0.0.1", "198.51.100.1", "198.51.100.1"],
  ["and one of a private network", "::ffff:10.0.0.4", "198.51.100.1", "198.51.100.1"],
  ["only what it has added counts", "10.0.0.4", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
  ["without a proxy's word it is itself", "127.0.0.1", undefined, "127.0.0.1"],
  ["what is no address is not believed", "127.0.0.1", "unknown; <script>", "127.0.0.1"],
  ["a network of version 6 is one asker", "2001:db8:1:2:3:4:5:6", undefined, "2001:db8:1:2"],
  ["shortened or not", "2001:db8::9", undefined, "2001:db8:0:0"],
  ["a connection that has ended has none", undefined, undefined, ""],
])("%s", (_title, remote, forwarded, expected) => {
  expect(askerAddress(remote, forwarded)).toBe(expected);
});
