/** A sentence in the place of what was asked for, which nobody keeps. */
export function plainAnswer(
  message: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(`${message}\n`, {
    status,
    headers: {
      "cache-control": "no-store",
      ...headers,
      "content-type": "text/plain; charset=utf-8",
    },
  });
}

/** That it cannot be done now, and in how many seconds to ask again. */
export function laterAnswer(
  message: string,
  seconds: number,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const later = { ...headers, "retry-after": String(seconds) };
  return plainAnswer(`${message} Please try again.`, 503, later);
}
