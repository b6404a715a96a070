/** Addresses of our own machine and of private networks: who asks from there hands on what others asked (a proxy). */
const nearby =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][\da-f]{2}:|fe80:)/i;

/**
 * Who asks, as far as a server can tell: the other end of the connection, and where that is a proxy nearby, the address that the
 * proxy has added last to `X-Forwarded-For`; what stands before it anybody may have written. Of an IPv6 address the network, as
 * a house has as many addresses as it likes.
 */
export function askerAddress(
  remote: string | undefined,
  forwarded: string | readonly string[] | undefined,
): string {
  const near = plain(remote ?? "");
  const added = plain([forwarded ?? ""].flat().join(",").split(",").at(-1)?.trim() ?? "");
  const address = nearby.test(near) && /^[\d.]+$|^[\da-f:]+$/i.test(added) ? added : near;
  return address.includes(":") ? networkOf(address) : address;
}

/** IPv4 told as IPv6 ("::ffff:203.0.113.7") is IPv4. */
function plain(address: string): string {
  return address.slice(0, 64).replace(/^::ffff:(?=\d+\.)/i, "");
}

/** The first four of the eight groups, which a shortened address may leave out in part. */
function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array.from({ length: zeros }, () => "0"), ...last].slice(0, 4).join(":");
}
