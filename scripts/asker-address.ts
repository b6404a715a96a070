import { isIP } from "node:net";
import { unnamed } from "../app/_http/allowance.ts";
import { readTrustedProxies, type TrustedProxies } from "./trusted-proxies.ts";

/** A header names no more proxies than this: the rest is somebody's invention. */
const mostHops = 10;

/**
 * Who asks, as far as a server can tell: the other end of the connection, and where that is a proxy that is trusted, the address that
 * it has added last to `X-Forwarded-For`, and so on while that is one too and proxies stand one behind another; what stands before it
 * anybody may have written. `unnamed` is who comes from this machine or through a trusted proxy without a name: a program of ours, or
 * anybody behind a proxy that names nobody. A name that is a proxy's own is a name, since it may be its client's invention. Of an IPv6 address the network, as a house has as many addresses as it likes.
 */
export function askerAddress(
  remote: string | undefined,
  forwarded: string | readonly string[] | undefined,
  { includes, isChain }: TrustedProxies = readTrustedProxies(undefined),
): string {
  const given = [forwarded ?? ""].flat().join(",");
  const named = given.split(",").slice(-mostHops).map(addressIn);
  let address = plain(remote ?? "");
  if (includes(address) ? given.trim() === "" : isOwnMachine(address)) return unnamed;
  while (includes(address)) {
    const before = named.pop();
    if (before === undefined || isIP(before) === 0) break;
    address = before;
    if (!isChain) break;
  }
  return address.includes(":") ? networkOf(address) : address;
}

/** Some proxies add the port: "203.0.113.7:4711", "[2001:db8::9]:4711". */
function addressIn(entry: string): string {
  const text = entry.trim();
  const [, bracketed, dotted] = /^\[([^\]]*)\]|^([\d.]+):\d+$/.exec(text) ?? [];
  return plain(bracketed ?? dotted ?? text);
}

/** IPv4 told as IPv6 ("::ffff:203.0.113.7") is IPv4. */
function plain(address: string): string {
  return address.slice(0, 64).replace(/^::ffff:(?=\d+\.)/i, "");
}

function isOwnMachine(address: string): boolean {
  return address.startsWith("127.") || address === "::1" || address === "";
}

/** The first four of the eight groups, which a shortened address may leave out in part. */
function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array.from({ length: zeros }, () => "0"), ...last].slice(0, 4).join(":");
}
