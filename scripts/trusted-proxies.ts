import { BlockList, isIP } from "node:net";
import { isNearby } from "./nearby.ts";
import { Refusal } from "./refusal.ts";

/** Whose word about whom a request is from is believed. */
export interface TrustedProxies {
  readonly includes: (address: string) => boolean;
  /** How many of them may stand one behind another. */
  readonly isChain: boolean;
  /** Whether somebody has named them: then they send nothing of a stranger's that they were not told to. */
  readonly areNamed: boolean;
}

/** Whether the other end of a connection is a proxy that is trusted; IPv4 told as IPv6 is IPv4. */
export function isTrusted({ includes }: TrustedProxies, remote: string | undefined): boolean {
  return remote !== undefined && includes(remote.replace(/^::ffff:(?=\d+\.)/i, ""));
}

/**
 * The proxies of `TICKMARK_TRUSTED_PROXIES`: addresses and networks, with commas between them. Unless told, those nearby, and of
 * them one: where private networks are trusted unseen, a second name in the list may be anybody's. Throws a `Refusal` for what is
 * no network: a server that trusts nobody, or the wrong ones, would count all readers as one.
 */
export function readTrustedProxies(list: string | undefined): TrustedProxies {
  if (!list?.trim()) return { includes: isNearby, isChain: false, areNamed: false };
  const known = new BlockList();
  for (const network of list.split(",").map((text) => text.trim())) addTo(known, network);
  const includes = (address: string) => known.check(address, familyOf(address));
  return { includes, isChain: true, areNamed: true };
}

function addTo(known: BlockList, network: string): void {
  const [address = "", bits, ...more] = network.split("/");
  const family = isIP(address);
  const longest = family === 4 ? 32 : 128;
  const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
  if (family === 0 || !isPrefix || more.length > 0) {
    throw new Refusal(
      `TICKMARK_TRUSTED_PROXIES has addresses and networks with commas between them, such as 10.0.0.0/8, 2001:db8::1; found "${network}".`,
    );
  }
  known.addSubnet(address, bits === undefined ? longest : Number(bits), familyOf(address));
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return address.includes(":") ? "ipv6" : "ipv4";
}
