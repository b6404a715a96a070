import dns, { type LookupAddress, type LookupOptions } from "node:dns";
import { BlockList } from "node:net";

/** Addresses that are nobody's on the internet: this machine, private and local networks, and what is reserved (RFC 6890). */
const reserved = new BlockList();
for (const network of [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4"],
  ...["::/127", "64:ff9b::/96", "100::/64", "fc00::/7", "fe80::/10", "ff00::/8"],
]) {
  const [address = "", bits] = network.split("/");
  reserved.addSubnet(address, Number(bits), address.includes(":") ? "ipv6" : "ipv4");
}

/** Whether an address is one of the internet. IPv4 told as IPv6 is IPv4. */
export function isPublicAddress({ address, family }: LookupAddress): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPublicAddress({ address: mapped, family: 4 });
  return !reserved.check(address, family === 6 ? "ipv6" : "ipv4");
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;
type Resolve = (
  host: string,
  options: LookupOptions & { readonly all: true },
  found: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Looks a host up for a connection, as Node does, and fails when any of its addresses is not of the internet: whoever answers for a
 * name could have us ask machines that only we can reach. An address that is written out, and `localhost`, is the operator's own
 * choice and is not looked up here.
 */
export function publicLookup(
  resolve: Resolve = (host, options, found) => dns.lookup(host, options, found),
) {
  return (host: string, options: LookupOptions, found: Found): void => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) {
        found(error, "");
        return;
      }
      const inside = addresses.find((one) => !isPublicAddress(one));
      if (inside !== undefined && host !== "localhost") found(refusal(host, inside.address), "");
      else if (options.all === true) found(null, addresses);
      else found(null, addresses[0]?.address ?? "", addresses[0]?.family);
    });
  };
}

function refusal(host: string, address: string): Error {
  const message = `Expected an address of the internet for ${host}, found ${address}`;
  return Object.assign(new Error(message), { code: "ENOTPUBLIC" });
}
