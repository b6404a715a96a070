import { BlockList, isIPv4, isIPv6 } from "node:net";

const ours = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const)
  ours.addSubnet(network, bits, "ipv4");
ours.addAddress("::1", "ipv6");
ours.addSubnet("fc00::", 7, "ipv6");
ours.addSubnet("fe80::", 10, "ipv6");

/** To look an address up takes longer than to send a page, and each request asks three times. */
const known = new Map<string, boolean>();
const mostKnown = 1000;

/** Whether the other end of a connection is this machine, or one of a private network. */
export function isNearby(remote = ""): boolean {
  const found = known.get(remote);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const isNear = lookUp(remote);
  known.set(remote, isNear);
  return isNear;
}

function lookUp(remote: string): boolean {
  const address = remote.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIPv4(address)) return ours.check(address, "ipv4");
  return isIPv6(address) && ours.check(address, "ipv6");
}
