import { expect, test } from "vitest";
import { askerAddress } from "./asker-address.ts";
import { unnamed } from "../app/_http/allowance.ts";
import { readTrustedProxies } from "./trusted-proxies.ts";

test.each([
  ["a stranger is known by the connection", "203.0.113.7", undefined, "203.0.113.7"],
  ["a stranger cannot say to be another", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["a proxy on this machine is believed", "127.0.0.1", "198.51.100.1", "198.51.100.1"],
  ["and one of a private network", "::ffff:10.0.0.4", "198.51.100.1", "198.51.100.1"],
  ["only what it has added counts", "10.0.0.4", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
  ["without a proxy's word nothing is known", "127.0.0.1", undefined, unnamed],
  ["nor of a private network's", "::ffff:10.0.0.4", undefined, unnamed],
  ["nor of version 6", "::1", "", unnamed],
  ["who says to be this machine is counted", "127.0.0.1", "127.0.0.1", "127.0.0.1"],
  ["and in version 6", "10.0.0.4", "::1", "0:0:0:0"],
  ["and who says nothing that is a name", "127.0.0.1", ", ,", "127.0.0.1"],
  ["what is no address is not believed", "127.0.0.1", "unknown; <script>", "127.0.0.1"],
  ["a network of version 6 is one asker", "2001:db8:1:2:3:4:5:6", undefined, "2001:db8:1:2"],
  ["shortened or not", "2001:db8::9", undefined, "2001:db8:0:0"],
  ["a port is left out", "127.0.0.1", "198.51.100.1:4711", "198.51.100.1"],
  ["with brackets too", "127.0.0.1", "[2001:db8:1:2::9]:4711", "2001:db8:1:2"],
  ["of two proxies nearby one is believed", "10.0.0.4", "1.1.1.1, 10.0.0.5", "10.0.0.5"],
  ["a connection that has ended has none", undefined, undefined, unnamed],
])("%s", (_title, remote, forwarded, expected) => {
  expect(askerAddress(remote, forwarded)).toBe(expected);
});

test.each([
  [
    "a chain of known proxies is followed to who asks",
    "203.0.113.1",
    "198.51.100.1, 203.0.113.2",
    "198.51.100.1",
  ],
  ["and no further", "203.0.113.1", "1.1.1.1, 198.51.100.1, 203.0.113.2", "198.51.100.1"],
  ["a machine nearby is not one of them", "10.0.0.4", "198.51.100.1", "10.0.0.4"],
  ["this one is not either, and is unnamed", "127.0.0.1", "198.51.100.1", unnamed],
  ["one that names nobody is unnamed", "203.0.113.1", undefined, unnamed],
  ["who says to be one of them is counted", "203.0.113.1", "203.0.113.2", "203.0.113.2"],
  ["rubbish ends it", "203.0.113.1", "198.51.100.1, unknown", "203.0.113.1"],
  [
    "names without end are not followed",
    "203.0.113.1",
    Array(500).fill("203.0.113.2").join(),
    "203.0.113.2",
  ],
])("where proxies are named, %s", (_title, remote, forwarded, expected) => {
  expect(askerAddress(remote, forwarded, readTrustedProxies("203.0.113.0/24"))).toBe(expected);
});
