/** An address in which nothing stands for anything else: most are, and to take an address apart takes a while. */
const plain = /^\/[a-z0-9/_.-]*$/i;

/**
 * The path and query of a request (RFC 9112, section 3.2): the absolute form that proxies send becomes the usual one.
 * Undefined for what is no target of ours, such as `*` or escapes that decode to nothing.
 */
export function requestTarget(target: string | undefined): string | undefined {
  const origin = "http://site.invalid";
  const text = target ?? "";
  if (plain.test(text)) return text;
  const isAbsolute = /^https?:\/\//i.test(text);
  if (!isAbsolute && !text.startsWith("/")) return undefined;
  const address = isAbsolute ? text : origin + text;
  if (!URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  try {
    if (decodeURIComponent(pathname).includes("\0")) return undefined;
  } catch {
    return undefined;
  }
  return isAbsolute ? pathname + search : text;
}
